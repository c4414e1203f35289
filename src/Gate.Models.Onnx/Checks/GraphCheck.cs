using System.Globalization;
using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Checks;

/// <summary>Holds a graph against what ONNX Runtime of this version serves and what Gate lets it do.</summary>
internal static class GraphCheck
{
    // What ONNX Runtime 1.31 was released with; a test asks it.
    internal const int NewestFormat = 13, NewestOpset = 26, NewestClassicalOpset = 5, OldestOpset = 7;

    // Loops make time and memory a matter of values, which nothing that stands in a file limits; converters of models of rows write none.
    private static readonly string[] loops = ["Loop", "Scan", "SequenceMap"];

    // The same rows would get other scores in the next run.
    private static readonly string[] random =
        ["RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Bernoulli", "Multinomial"];

    /// <exception cref="ModelException">The graph is not served, and why.</exception>
    public static void Require(OnnxGraph graph)
    {
        Versions(graph);
        foreach (OnnxNode node in graph.Nodes.Concat(graph.InnerNodes)) Node(node);
        if (graph.Outputs.Count == 0) throw new ModelException("has no output");
        if (graph.Inputs.Count == 0) throw new ModelException("has no input: it says the same of every row");
    }

    private static void Versions(OnnxGraph graph)
    {
        if (graph.IrVersion is < 3 or > NewestFormat)
            throw new ModelException($"has version {Text(graph.IrVersion)} of the file format (ir_version); this version of Gate reads 3 "
                + $"to "
                + $"{NewestFormat}. Export it with an older target, or use a newer Gate");
        foreach (string domain in graph.Nodes.Concat(graph.InnerNodes).Select(node => node.Domain).Distinct())
            if (domain is "" or OnnxNode.Classical && graph.Opsets.All(set => set.Key != domain))
                throw new ModelException($"is damaged: it does not say which version of the operators of {Name(domain)} it uses");
        foreach ((string domain, long version) in graph.Opsets)
        {
            (int oldest, int newest) = domain == OnnxNode.Classical ? (1, NewestClassicalOpset) : (OldestOpset, NewestOpset);
            if (domain is not ("" or OnnxNode.Classical) || (version >= oldest && version <= newest)) continue;
            // Files with operators of classical machine learning only name the other domain at times, with any version.
            if (version < oldest && domain.Length == 0 && graph.Nodes.Concat(graph.InnerNodes).All(node => node.IsClassical)) continue;
            throw new ModelException($"uses version {Text(version)} of the operators of {Name(domain)} (opset); this version of Gate "
                + $"serves "
                + $"{oldest} to {newest}. Export it with target_opset={newest} or lower");
        }
    }

    private static void Node(OnnxNode node)
    {
        string name = Shown.Of(node.Operator);
        if (node.Domain.Length > 0 && !node.IsClassical)
            throw new ModelException($"uses the operator '{name}' of '{Shown.Of(node.Domain)}', which is no operator of the ONNX standard; "
                + "Gate runs those of ai.onnx and ai.onnx.ml only. Export it without custom operators, and before it is optimised for a "
                + "runtime");
        if (loops.Contains(node.Operator))
            throw new ModelException($"has a loop ('{name}'), whose time and memory nothing in the file limits, so Gate does not run it; "
                + "models of rows need none");
        if (random.Contains(node.Operator))
            throw new ModelException($"draws random numbers ('{name}'), so no verdict on it would be the same twice; export it for "
                + $"inference");
        if (node.IsClassical) ClassicalCheck.Require(node);
    }

    private static string Name(string domain) => domain.Length == 0 ? "ai.onnx" : domain;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
