using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.LightGbm;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using Gate.Models.Onnx.Writing;
using Gate.Models.XGBoost;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Models.Onnx;

/// <summary>Ensembles of other libraries, written as ONNX, say of raw rows what they said before.</summary>
public sealed class WrittenEnsembles
{
    private const int Rows = 300;

    private static void Agree(IModel model, Table rows)
    {
        OnnxModel written = OnnxModel.Load("written.onnx", OnnxExport.Write(model, 0.5),
            new OnnxOptions(model.Task, model.Classes, model.Features));
        double[] before = model.Score(rows), after = written.Score(rows);
        Assert.Equal(before.Length, after.Length);
        Near(before, after);
        // Read back, the trees say it without ONNX Runtime.
        (ITreeModel? trees, string? reason) = written.TreesFor(rows);
        // Trees that do not look at a row are a number in the file.
        bool isNumber = ((ITreeModel)model).Trees.All(tree => tree.NodeCount == 1);
        Assert.True(trees is not null || isNumber, reason);
        if (trees is not null) Near(before, trees.Score(rows));
    }

    private static void Near(double[] before, double[] after)
    {
        for (int i = 0; i < before.Length; i++)
            Assert.True(Math.Abs(before[i] - after[i]) <= 1e-9 * Math.Max(1, Math.Abs(before[i])),
                $"value {i}: {before[i]} before, {after[i]} after");
    }

    /// <summary>Numbers around the ranges of the features, zeros, tiny ones and missing ones; codes of categories, also unknown
    /// ones.</summary>
    private static Table Numbers(ForeignModel file, int seed)
    {
        var random = new Random(seed);
        return new([.. file.Features.Select((feature, i) => new NumericColumn(SharedModelFiles.Column(i),
            [.. Enumerable.Range(0, Rows).Select(_ => Value(feature, file.Function.IsCategory(i), random))]))]);
    }

    private static double Value(ForeignFeature feature, bool isCategory, Random random)
    {
        double min = double.IsNaN(feature.Min) ? -2 : feature.Min, max = double.IsNaN(feature.Max) ? 60 : feature.Max;
        return random.Next(10) switch
        {
            0 => double.NaN,
            1 => 0,
            2 => 1e-36,
            3 => random.Next(-2, 40) + (isCategory ? 0.5 : 0),
            _ => isCategory ? random.Next(-2, 40) : min + (random.NextDouble() * (max - min)),
        };
    }

    [SkippableTheory]
    [InlineData("real/treelite_toy_categorical_model.txt", TaskType.Regression)]
    [InlineData("real/treelite_sparse_categorical_model.txt", TaskType.BinaryClassification)]
    [InlineData("real/treelite_model_with_constant_tree.txt", TaskType.Regression)]
    [InlineData("real/insurance_risk.txt", TaskType.Regression)]
    public void Of_lightgbm(string name, TaskType task)
    {
        ForeignModel file = LightGbmText.Read(name, SharedModelFiles.Bytes(name));
        Agree(SharedModelFiles.Bind(file, task), Numbers(file, 1));
    }

    [SkippableTheory]
    [InlineData("xgboost/adult_binary_base_score.json", TaskType.BinaryClassification, 2)]
    [InlineData("xgboost/adult_categorical.json", TaskType.BinaryClassification, 2)]
    [InlineData("xgboost/adult_dart.json", TaskType.BinaryClassification, 2)]
    [InlineData("xgboost/heart_missing.json", TaskType.BinaryClassification, 2)]
    [InlineData("xgboost/wine_multi.json", TaskType.MulticlassClassification, 3)]
    [InlineData("xgboost/diabetes_reg.json", TaskType.Regression, 0)]
    [InlineData("xgboost/diabetes_poisson.json", TaskType.Regression, 0)]
    [InlineData("real/treelite_xgb_toy_categorical_model.json", TaskType.Regression, 0)]
    public void Of_xgboost(string name, TaskType task, int classes)
    {
        ForeignModel file = XGBoostFile.Read(name, SharedModelFiles.Bytes(name));
        var binding = new ForeignBinding(task, [.. Enumerable.Range(0, classes).Select(code => $"class {code}")],
            [.. file.Features.Select((_, i) => SharedModelFiles.Column(i))]);
        Agree(binding.Bind(file), Numbers(file, 2));
        if (classes > 0)
            Agree((binding with { ModelClasses = [.. Enumerable.Range(0, classes).Reverse()] }).Bind(file), Numbers(file, 3));
    }

    /// <summary>A category with texts, and a number that is read from texts; a number with zeros that count as missing, and one whose
    /// missing values count as zero; each link.</summary>
    [Theory]
    [InlineData("regression")]
    [InlineData("poisson")]
    [InlineData("binary sigmoid:0.7")]
    [InlineData("cross_entropy_lambda")]
    [InlineData("regression sqrt")]
    public void Of_every_kind_of_split_and_link(string objective)
    {
        // Decision types: bit 0 category, bit 1 missing goes left, bits 2 and 3 the missing type (none, zero, NaN).
        string Tree(int number, int feature, string threshold, int decision, string more, double left, double right) =>
            string.Create(CultureInfo.InvariantCulture, $"""
                Tree={number}
                num_leaves=2
                num_cat={(more.Length > 0 ? 1 : 0)}
                split_feature={feature}
                split_gain=1
                threshold={threshold}
                decision_type={decision}
                left_child=-1
                right_child=-2
                leaf_value={left} {right}
                leaf_weight=1 1
                leaf_count=1 1
                internal_value=0
                internal_weight=2
                internal_count=2
                {more}
                is_linear=0
                shrinkage=1


                """).Replace("\n\nis_linear", "\nis_linear", StringComparison.Ordinal);
        string text = $"""
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=4
            objective={objective}
            feature_names=town a b c code
            feature_infos=0:1:2:3 [-5:5] [-5:5] [-5:5] [0:3]


            """
            + Tree(0, 0, "0", 1, "cat_boundaries=0 1\ncat_threshold=5", 0.25, -0.5) + Tree(1, 1, "0.5", 0, "", 0.125, 1)
            + Tree(2, 2, "-0.5", 6, "", -0.75, 0.5) + Tree(3, 3, "1.5", 10, "", 2, -1) + Tree(4, 3, "1.5", 8, "", 0.1, 0.2)
            + Tree(5, 4, "1.5", 8, "", 0.3, -0.3)
            + "end of trees\n\npandas_categorical:[[\"Ulm\", \"Bonn\", \"Aachen\", \"Kiel\"]]\n";
        ForeignModel file = LightGbmText.Read("m.txt", Encoding.UTF8.GetBytes(text));
        TaskType task = objective.StartsWith("binary", StringComparison.Ordinal) ? TaskType.BinaryClassification : TaskType.Regression;
        IMarginModel model = new ForeignBinding(task, task == TaskType.Regression ? [] : ["no", "yes"], ["town", "a", "b", "c", "code"])
        {
            Levels = new Dictionary<string, IReadOnlyList<string>>
            {
                ["town"] = ["Ulm", "Bonn", "Aachen", "Kiel"],
                ["code"] = ["low", "middle", "high"],
            },
        }.Bind(file);
        var random = new Random(4);
        double[] Column() => [.. Enumerable.Range(0, Rows).Select(i => (i % 5) switch { 0 => double.NaN, 1 => 0, 2 => -1e-36,
            _ => (random.NextDouble() - 0.5) * 8 })];
        string[] towns = ["Ulm", "Bonn", "Aachen", "Kiel", "", "Rom"];
        string[] codes = ["low", "middle", "high", "", "none"];
        string[] Texts(string[] of) => [.. Enumerable.Range(0, Rows).Select(_ => of[random.Next(of.Length)])];
        Agree(model, new([TestData.Texts("town", Texts(towns)), TestData.Texts("code", Texts(codes)),
            new NumericColumn("a", Column()), new NumericColumn("b", Column()), new NumericColumn("c", Column())]));
    }
}
