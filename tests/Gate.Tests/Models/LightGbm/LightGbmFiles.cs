using System.Globalization;
using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.LightGbm;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Models.LightGbm;

/// <summary>Files that LightGBM wrote, with the outputs of LightGBM.</summary>
public sealed class LightGbmFiles
{
    internal static ForeignModel Read(string name) => LightGbmText.Read(name, SharedModelFiles.Bytes(name));

    [SkippableFact]
    public void Categories_give_the_predictions_of_lightgbm_bit_for_bit()
    {
        IMarginModel model = SharedModelFiles.Bind(Read("real/treelite_toy_categorical_model.txt"), TaskType.Regression);
        double[] margins = model.Margins(SharedModelFiles.Sparse("real/treelite_toy_categorical.test", 2, 0));
        Assert.Equal(SharedModelFiles.Expected("real/treelite_toy_categorical.test.pred"), margins);
    }

    [SkippableFact]
    public void Numbers_and_categories_of_thousands_of_columns_give_the_margins_of_lightgbm_bit_for_bit()
    {
        ForeignModel file = Read("real/treelite_sparse_categorical_model.txt");
        IMarginModel model = SharedModelFiles.Bind(file, TaskType.BinaryClassification);
        double[] margins = model.Margins(SharedModelFiles.Sparse("real/treelite_sparse_categorical.test", file.Features.Count, double.NaN));
        Assert.Equal(SharedModelFiles.Expected("real/treelite_sparse_categorical.test.margin"), margins);
    }

    [SkippableFact]
    public void A_tree_of_one_leaf_adds_its_value_to_every_row()
    {
        ForeignModel file = Read("real/treelite_model_with_constant_tree.txt");
        var trees = Assert.IsType<TreeEnsemble>(file.Function).Trees;
        Assert.Equal([15, 1], trees.Select(tree => tree.LeafCount).Order().Reverse());
        double[]?[] nothing = [.. file.Features.Select(_ => new double[] { 0 })];
        double constant = trees.Single(tree => tree.LeafCount == 1).Values[0];
        var withoutConstant = new TreeEnsemble([trees.Single(tree => tree.LeafCount > 1)], file.Features.Count,
            new TreeSum([0], [0], 1, InputRule.TinyIsZero));
        Assert.Equal(withoutConstant.Sums(nothing, 1)[0] + constant, file.Function.Sums(nothing, 1)[0]);
    }

    [SkippableFact]
    public void Six_hundred_trees_are_read_and_summed_in_their_order()
    {
        ForeignModel file = Read("real/insurance_risk.txt");
        var ensemble = Assert.IsType<TreeEnsemble>(file.Function);
        Assert.Equal(("600", 600), (file.Facts.First(fact => fact.Key == "trees").Value, ensemble.Trees.Count));
        var random = new Random(3);
        double[]?[] columns = [.. file.Features.Select(feature => Values(feature, random, 37))];
        double[] sums = ensemble.Sums(columns, 37);
        for (int row = 0; row < 37; row++)
        {
            double expected = 0;
            foreach (FlatTree tree in ensemble.Trees) expected += SlowWalk.Value(tree, ensemble.Sum.Inputs, f => columns[f]![row]);
            Assert.Equal(expected, sums[row]);
        }
    }

    /// <summary>LightGBM 4.7 writes so what parts missing values from all numbers.</summary>
    [Theory]
    [InlineData("decision_type=10", 2.0)]
    [InlineData("decision_type=8", 3.0)]
    public void A_threshold_of_inf_parts_what_is_missing_from_all_numbers(string decision, double missing)
    {
        string text = $"tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nmax_feature_idx=0\nobjective=regression\n"
            + $"feature_names=x\nfeature_infos=[0:9]\n\nTree=0\nnum_leaves=2\nnum_cat=0\nsplit_feature=0\nthreshold=inf\n{decision}\n"
            + "left_child=-1\nright_child=-2\nleaf_value=2 3\n\nend of trees\n";
        ForeignModel file = LightGbmText.Read("m.txt", System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal([2, 2, 2, missing], file.Function.Sums([[-1e300, 0, double.MaxValue, double.NaN]], 4));
        Assert.Throws<ModelException>(() => LightGbmText.Read("m.txt", System.Text.Encoding.UTF8.GetBytes(
            text.Replace("leaf_value=2", "leaf_value=inf", StringComparison.Ordinal))));
    }

    private static double[] Values(ForeignFeature feature, Random random, int rows)
    {
        double min = double.IsNaN(feature.Min) ? 0 : feature.Min, max = double.IsNaN(feature.Max) ? 1 : feature.Max;
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(9) switch
        {
            0 => double.NaN,
            1 => 0,
            _ => min + random.NextDouble() * (max - min),
        })];
    }
}
