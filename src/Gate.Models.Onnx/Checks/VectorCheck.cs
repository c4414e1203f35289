using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Checks;

/// <summary>Holds the lists of support vector machines against each other.</summary>
internal static class VectorCheck
{
    public static void Require(OnnxNode node)
    {
        long vectors = node.Reals("support_vectors"), coefficients = node.Reals("coefficients"), rho = node.Reals("rho");
        if (node.Operator == "SVMClassifier") Classifier(node, vectors, coefficients, rho);
        else
        {
            int count = ClassicalCheck.Count(node, "n_supports", 0);
            if (count > 0 && (coefficients != count || vectors % count != 0))
                throw ClassicalCheck.Wrong(node, $"{vectors} numbers do not make {count} support vectors");
            if (rho == 0) throw ClassicalCheck.Wrong(node, "rho is missing");
        }
        if (node.Reals("kernel_params") is not (0 or 3)) throw ClassicalCheck.Wrong(node, "kernel_params are not three numbers");
    }

    private static void Classifier(OnnxNode node, long vectors, long coefficients, long rho)
    {
        int classes = node.ClassLabels().Count;
        IReadOnlyList<long> perClass = node.Ints("vectors_per_class");
        if (classes == 0 || perClass.Any(count => count is < 0 or > OnnxLimits.ListEntries))
            throw ClassicalCheck.Wrong(node, "the classes or their numbers of vectors make no sense");
        // Without vectors it is a linear one, with coefficients a class.
        if (perClass.Count == 0)
        {
            if (coefficients == 0 || coefficients % classes != 0 || rho == 0)
                throw ClassicalCheck.Wrong(node, $"{coefficients} coefficients do not fit {classes} classes");
            return;
        }
        long count = perClass.Sum(), pairs = (long)classes * (classes - 1) / 2;
        if (perClass.Count != classes || count == 0 || vectors == 0 || vectors % count != 0 || coefficients != count * (classes - 1)
            || rho < pairs)
            throw ClassicalCheck.Wrong(node, $"{vectors} numbers, {coefficients} coefficients and {rho} "
                + $"constants "
                + $"do not make {count} support vectors of {classes} classes");
        foreach (string name in (string[])["prob_a", "prob_b"])
            if (node.Reals(name) is not 0 and var given && given < pairs)
                throw ClassicalCheck.Wrong(node, $"{name} has {given} entries for {pairs} pairs of classes");
        if (node.Reals("prob_a") != node.Reals("prob_b")) throw ClassicalCheck.Wrong(node, "prob_a and prob_b differ in length");
    }
}
