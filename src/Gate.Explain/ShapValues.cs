namespace Gate.Explain;

/// <summary>
/// Shapley values of rows (Shapley 1953; Lundberg and Lee 2017): what each raw column adds to an output of the model, compared with what is
/// expected without knowing any column. In each row base value and values add up to the output, up to <see cref="AdditivityError"/>.
/// </summary>
/// <param name="Method">How they were computed: <c>tree_path_dependent</c>, <c>linear_independent</c>, …</param>
/// <param name="Output">Which output they share out.</param>
/// <param name="Features">The raw columns, in the order of the model.</param>
/// <param name="Outputs">What the outputs are of: the positive class, all classes, or <c>prediction</c>.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="BaseValues">The expected value of each output: shap's <c>base_values</c>.</param>
/// <param name="Values">Rows × columns × outputs, row-major, as shap's <c>Explanation.values</c>.</param>
public sealed record ShapValues(string Method, ExplainedOutput Output, IReadOnlyList<string> Features, IReadOnlyList<string> Outputs,
    int Rows, IReadOnlyList<double> BaseValues, double[] Values)
{
    /// <summary>The largest distance, over rows and outputs, between the model's output and base value plus values; what is left of exact
    /// methods is rounding.</summary>
    public double AdditivityError { get; init; }

    /// <summary>What a reader has to know of how they were made (whose covers, how many rows stood in), one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>One value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="feature">The column.</param>
    /// <param name="output">The output.</param>
    public double this[int row, int feature, int output = 0] => Values[(row * Features.Count + feature) * Outputs.Count + output];
}

/// <summary>Interactions of pairs of columns: half the Shapley interaction index off the diagonal, and on it what is left of the column's
/// value, so that a column's row adds up to its value (Lundberg and others 2020; shap's <c>shap_interaction_values</c>).</summary>
/// <param name="Features">The raw columns.</param>
/// <param name="Outputs">What the outputs are of.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Values">Rows × columns × columns × outputs, row-major.</param>
public sealed record ShapInteractions(IReadOnlyList<string> Features, IReadOnlyList<string> Outputs, int Rows, double[] Values)
{
    /// <summary>One interaction.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">One column.</param>
    /// <param name="second">The other.</param>
    /// <param name="output">The output.</param>
    public double this[int row, int first, int second, int output = 0] =>
        Values[((row * Features.Count + first) * Features.Count + second) * Outputs.Count + output];
}
