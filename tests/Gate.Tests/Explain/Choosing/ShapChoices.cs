using Gate.Data;
using Gate.Explain;
using Gate.Explain.Choosing;
using Gate.Models;
using Gate.Tests.Explain.Dependence;
using Gate.Tests.Explain.Trees;

namespace Gate.Tests.Explain.Choosing;

/// <summary>Which kind of SHAP explains which model.</summary>
public sealed class ShapChoices
{
    private static readonly Table rows = new([.. Enumerable.Range(0, 6).Select(i => new NumericColumn($"x{i}", [0.2, 1, 3]))]);

    private static readonly ITreeModel trees = TreesOfModels.Model(TreesOfModels.Random(new Random(1), 2, 5, false),
        new TreeSum([0, 0], [0], 1, InputRule.Exact), 6, LinkKind.Logistic);

    private static readonly GivenLinear linear = new([.. rows.Names], [1, 2, 3, 4, 5, 6], 0);

    [Fact]
    public void Auto_takes_trees_for_trees_linear_for_linear_margins_and_kernel_for_all_else()
    {
        ShapChoice Of(IModel model, ExplainedOutput output) => Shap.Choose(model, new(Output: output) { Background = rows });
        Assert.Equal(ShapMethod.Tree, Of(trees, ExplainedOutput.Raw).Method);
        Assert.Equal(ShapMethod.Tree, Of(trees, ExplainedOutput.Probability).Method);
        Assert.Equal(ShapMethod.Linear, Of(linear, ExplainedOutput.Raw).Method);
        Assert.Equal(ShapMethod.Linear, Of(linear, ExplainedOutput.Probability).Method);
        var any = new GivenModel([.. rows.Names], row => row[0]);
        Assert.Equal(ShapMethod.Kernel, Of(any, ExplainedOutput.Probability).Method);
        Assert.Contains("trees", Of(trees, ExplainedOutput.Raw).Why, StringComparison.Ordinal);
        Assert.Contains("neither made of trees", Of(any, ExplainedOutput.Probability).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ShapMethod.Tree, false, "tree_shap explains models made of trees")]
    [InlineData(ShapMethod.Linear, true, "linear_shap explains linear models")]
    public void What_is_asked_for_is_never_something_else(ShapMethod method, bool ofTrees, string problem) =>
        Assert.Contains(problem, Assert.Throws<ModelException>(() => Shap.Explain(ofTrees ? trees : linear, rows,
            new(method) { Background = rows })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(ShapMethod.Auto, ExplainedOutput.Raw, "tree_path_dependent")]
    [InlineData(ShapMethod.Auto, ExplainedOutput.Probability, "tree_interventional")]
    [InlineData(ShapMethod.Auto, ExplainedOutput.Decision, "tree_interventional")]
    [InlineData(ShapMethod.Exact, ExplainedOutput.Raw, "exact")]
    [InlineData(ShapMethod.Permutation, ExplainedOutput.Probability, "permutation_shap")]
    [InlineData(ShapMethod.Kernel, ExplainedOutput.Raw, "kernel")]
    public void All_kinds_add_up_to_the_models_output(ShapMethod method, ExplainedOutput output, string name)
    {
        ShapValues found = Shap.Explain(trees, rows, new(method, output) { Background = rows });
        Assert.Equal(name, found.Method);
        Assert.InRange(found.AdditivityError, 0, 1e-10);
        double[] said = output == ExplainedOutput.Raw ? ((IMarginModel)trees).Margins(rows) : trees.Score(rows);
        if (output == ExplainedOutput.Decision) said = Array.ConvertAll(said, score => score >= 0.5 ? 1.0 : 0);
        for (int row = 0; row < 3; row++)
            Assert.Equal(said[row], found.BaseValues[0] + Enumerable.Range(0, 6).Sum(i => found[row, i]), 1e-10);
    }
}
