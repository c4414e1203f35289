namespace Gate.Models.Onnx.Graphs;

/// <summary>One step of a graph.</summary>
/// <param name="Operator">What it does.</param>
/// <param name="Domain">Whose operator it is; empty for ONNX's own.</param>
/// <param name="Inputs">The names of what it reads.</param>
/// <param name="Outputs">The names of what it makes.</param>
/// <param name="Attributes">What is set on it.</param>
internal sealed record OnnxNode(string Operator, string Domain, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs,
    IReadOnlyDictionary<string, OnnxAttribute> Attributes)
{
    /// <summary>The domain of the operators of classical machine learning.</summary>
    public const string Classical = "ai.onnx.ml";

    public bool IsClassical => Domain == Classical;

    /// <summary>The whole numbers of an attribute; none where it is not given.</summary>
    public IReadOnlyList<long> Ints(string name) => Attributes.TryGetValue(name, out OnnxAttribute? attribute) ? attribute.Ints : [];

    /// <summary>The texts of an attribute; none where it is not given.</summary>
    public IReadOnlyList<string> Texts(string name) => Attributes.TryGetValue(name, out OnnxAttribute? attribute) ? attribute.Texts : [];

    /// <summary>How many numbers with a fraction an attribute has, as a list or as a tensor.</summary>
    public long Reals(string name) => Attributes.TryGetValue(name, out OnnxAttribute? attribute) ? attribute.Reals : 0;

    /// <summary>The numbers with a fraction of an attribute that trees have; none where it is not given.</summary>
    public IReadOnlyList<double> Numbers(string name) =>
        Attributes.TryGetValue(name, out OnnxAttribute? attribute) ? attribute.Numbers : [];

    /// <summary>The names of the classes that it carries, in the order of its scores; none where it has none.</summary>
    public IReadOnlyList<string> ClassLabels()
    {
        IEnumerable<string> texts = Texts("classlabels_strings").Concat(Texts("classlabels_string"));
        IEnumerable<long> numbers = Ints("classlabels_int64s").Concat(Ints("classlabels_ints"));
        return [.. texts, .. numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}

/// <summary>What is set on a node under one name.</summary>
/// <param name="Ints">Its whole numbers.</param>
/// <param name="Texts">Its texts.</param>
/// <param name="Reals">How many numbers with a fraction it has.</param>
internal sealed record OnnxAttribute(IReadOnlyList<long> Ints, IReadOnlyList<string> Texts, long Reals)
{
    /// <summary>The numbers with a fraction, where the attribute is one of those that trees have.</summary>
    public IReadOnlyList<double> Numbers { get; init; } = [];
}
