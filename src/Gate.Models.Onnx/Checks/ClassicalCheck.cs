using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Checks;

/// <summary>Holds the attributes of operators of classical machine learning against each other. Their sizes and indices are what native
/// code
/// steps through.</summary>
internal static class ClassicalCheck
{
    /// <exception cref="ModelException">They contradict each other.</exception>
    public static void Require(OnnxNode node)
    {
        switch (node.Operator)
        {
            case "TreeEnsembleClassifier":
                TreeCheck.Require(node, "class", node.ClassLabels().Count);
                break;
            case "TreeEnsembleRegressor":
                TreeCheck.Require(node, "target", Count(node, "n_targets", 1));
                break;
            case "TreeEnsemble":
                LeafTreeCheck.Require(node);
                break;
            case "SVMClassifier" or "SVMRegressor":
                VectorCheck.Require(node);
                break;
            case "LinearClassifier":
                Linear(node);
                break;
        }
    }

    /// <summary>One whole number of an attribute, which counts something.</summary>
    internal static int Count(OnnxNode node, string attribute, int otherwise)
    {
        long value = node.Ints(attribute) is [var given, ..] ? given : otherwise;
        return value >= 0 && value <= OnnxLimits.Classes ? (int)value : throw Wrong(node, $"{attribute} is no sensible number");
    }

    internal static ModelException Wrong(OnnxNode node, string why) => new($"is damaged: in its {node.Operator}, {why}");

    private static void Linear(OnnxNode node)
    {
        long classes = Math.Max(1, node.ClassLabels().Count), coefficients = node.Reals("coefficients");
        long intercepts = node.Reals("intercepts");
        // One row of coefficients may serve two classes.
        long rows = intercepts > 0 ? intercepts : classes;
        if (coefficients == 0 || rows > classes || coefficients % rows != 0)
            throw Wrong(node, $"{coefficients} coefficients do not fit {classes} classes");
    }
}
