using System.Text;
using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.LightGbm.Training;

/// <summary>Categories, missing values, constraints and names of columns.</summary>
public sealed class ColumnsOfTraining
{
    private static double[] Scores(IModel model, params Column[] columns) => model.Score(new Table(columns));

    [LightGbmFact]
    public void A_level_that_training_did_not_have_counts_as_missing_and_no_error()
    {
        IModel model = TestData.Learner("lightgbm").Fit(TrainingRows.Binary(800));
        double[] scores = Scores(model, TestData.Numbers("a", 3, 3, 3), TestData.Numbers("b", 1, 1, 1),
            TestData.Texts("town", "Paris", null, "Ulm"));
        Assert.Equal(scores[0], scores[1]);
        Assert.NotEqual(scores[0], scores[2]);
    }

    [LightGbmFact]
    public void Missing_numbers_count_as_0_where_training_had_none_and_go_their_own_way_where_it_had()
    {
        IModel model = TestData.Learner("lightgbm").Fit(TrainingRows.Binary(800));
        double[] scores = Scores(model, TestData.Numbers("a", double.NaN, 0, 5, 5), TestData.Numbers("b", 1, 1, double.NaN, 0),
            TestData.Texts("town", "Ulm", "Ulm", "Ulm", "Ulm"));
        Assert.Equal(scores[0], scores[1]);
        Assert.NotEqual(scores[2], scores[3]);
    }

    [LightGbmFact]
    public void Levels_are_those_of_the_training_rows_in_the_order_of_their_texts()
    {
        // The column knows a level that no training row has, and others in another order.
        var town = new CategoryColumn("town", [.. Enumerable.Range(0, 90).Select(i => 1 + (i % 3))], ["never", "z", "x", "y"]);
        int[] labels = [.. Enumerable.Range(0, 90).Select(i => i % 3 == 1 ? 1 : 0)];
        IModel model = TestData.Learner("lightgbm").Fit(TestData.Binary(labels, town));
        Assert.Equal(["x", "y", "z"], model.Inputs[0].Categories);
        string text = Encoding.UTF8.GetString(((IOwnFormat)model).OwnBytes.Span);
        Assert.EndsWith("\npandas_categorical:[[\"x\",\"y\",\"z\"]]\n", text, StringComparison.Ordinal);
        double[] scores = Scores(model, TestData.Texts("town", "x", "y", "z", "never"));
        Assert.True(scores[0] > scores[1] + 0.5);
        Assert.Equal([scores[1], scores[1]], scores[2..]);
    }

    [LightGbmTheory]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    public void A_monotone_constraint_holds_everywhere(double sign)
    {
        TrainingData data = TrainingRows.Binary(800);
        bool Holds(IModel model)
        {
            double[] steps = [.. Enumerable.Range(0, 200).Select(i => i / 20.0)];
            foreach (double b in new[] { -10, 0, 8, double.NaN })
            {
                double[] scores = Scores(model, TestData.Numbers("a", steps), TestData.Numbers("b", Array.ConvertAll(steps, _ => b)),
                    TestData.Texts("town", Array.ConvertAll(steps, _ => (string?)"Jena")));
                for (int i = 1; i < scores.Length; i++) if (sign * (scores[i] - scores[i - 1]) < 0) return false;
            }
            return true;
        }
        ILearner constrained = TestData.Learner("lightgbm", ("monotone_constraints", new Dictionary<string, double> { ["a"] = sign }));
        Assert.False(Holds(TestData.Learner("lightgbm").Fit(data)));
        Assert.True(Holds(constrained.Fit(data)));
    }

    [LightGbmFact]
    public void Columns_of_different_lists_never_stand_on_one_path_and_those_of_none_are_not_used()
    {
        TrainingData data = TrainingRows.Binary(800);
        double[] turned = [.. ((NumericColumn)data.Features["a"]).Values.Select(x => -x)];
        data = data with { Features = data.Features.With(TestData.Numbers("c", turned)) };
        IReadOnlyList<IReadOnlyList<string>> lists = [["a", "b"], ["town"]];
        var model = (ITreeModel)TestData.Learner("lightgbm", ("interaction_constraints", lists)).Fit(data);
        Assert.Equal(["a", "b", "town"], ((IUsesFeatures)model).UsedFeatures);
        Assert.Contains(new("in no interaction constraint, so never used", "c"), model.Facts);
        Assert.Contains(model.Trees, tree => tree.Feature.Contains(2));
        foreach (FlatTree tree in model.Trees)
        {
            // A tree starts with one of the lists and stays there.
            int[] used = [.. tree.Feature.Where(feature => feature >= 0).Distinct()];
            Assert.True(!used.Contains(2) || used.Length == 1, string.Join(", ", used));
        }
    }

    [LightGbmFact]
    public void Names_that_LightGBM_would_not_take_and_names_that_look_alike_to_it_work()
    {
        TrainingData data = TrainingRows.Binary(300);
        string[] names = ["a \"quoted\", [odd] name", "a__quoted____odd__name", "\u4e00\n"];
        Table odd = new([.. data.Features.Columns.Select((column, i) => column.Rename(names[i]))]);
        IModel model = TestData.Learner("lightgbm").Fit(data with { Features = odd });
        Assert.Equal(names, model.Features);
        Assert.Equal(TestData.Learner("lightgbm").Fit(data).Score(data.Features), model.Score(odd));
    }
}
