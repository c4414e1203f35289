using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model in another library's file, from the policy to the result: which column feeds it, and which class is which.</summary>
public sealed class ModelFileFormTests
{
    private const string Condition = "{ metric: accuracy, level: inform, min: 0.1, evidence: { min_count: 1, min_positives: 0, "
        + "min_negatives: 0 } }";

    private static TestRun Run(string model, string label, string csv, string text, string task = "binary_classification",
        string more = "", string condition = Condition)
    {
        var run = new TestRun($$"""
            version: 1
            name: trees
            task: {{task}}
            data: { source: d.csv, label: {{label}} }
            model: {{model}}
            {{more}}
            conditions: [{{condition}}]
            """, ("d.csv", csv));
        run.Folder.Write("m.txt", System.Text.Encoding.UTF8.GetBytes(text));
        return run;
    }

    /// <summary>Twenty rows of x, z = 19 - x, and the class that those above 9.5 have, or do not.</summary>
    private static string TwoClasses(string low, string high) =>
        "x,z,y\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{19 - i},{(i > 9 ? high : low)}\n"));

    private static TestRun Binary(string label, string low, string high, string model = "{ lightgbm: m.txt }") =>
        Run(model, label, TwoClasses(low, high), Stumps.Binary("x z"));

    private static double Accuracy(TestRun run)
    {
        using (run) return Assert.Single(run.Execute().Findings).Estimate!.Value;
    }

    private static string Refusal(TestRun run)
    {
        using (run) return Assert.Throws<ModelException>(() => run.Execute()).Message;
    }

    /// <summary>The model's second class is the upper one. By number, as true and false, and else the one that sorts last.</summary>
    [Theory]
    [InlineData("y, positive: 1", "0", "1", 1)]
    [InlineData("y, positive: 0", "0", "1", 1)]
    [InlineData("y, positive: true", "false", "true", 1)]
    [InlineData("y, positive: false", "false", "true", 1)]
    [InlineData("y, positive: b", "a", "b", 1)]
    [InlineData("y, positive: b", "b", "a", 0)]
    public void Two_classes_are_known_by_number_by_truth_or_by_their_order(string label, string low, string high, double accuracy) =>
        Assert.Equal(accuracy, Accuracy(Binary(label, low, high)));

    [Fact]
    public void A_positive_class_that_does_not_sort_last_has_to_be_said()
    {
        Assert.Equal("m.txt: the model numbers its classes from 0 to 1 and does not say which is which; name them in its order with "
            + "'classes: [a, b]', or in the order that it was trained with", Refusal(Binary("y, positive: a", "a", "b")));
        Assert.Equal(1, Accuracy(Binary("y, positive: a", "a", "b", "{ lightgbm: { source: m.txt, classes: [a, b] } }")));
        Assert.Equal(0, Accuracy(Binary("y, positive: a", "a", "b", "{ lightgbm: { source: m.txt, classes: [b, a] } }")));
    }

    [Theory]
    [InlineData(3, "'classes: [c0, c1, c2]'", "from 0 to 2")]
    [InlineData(6, "'classes: [c0, c1, c2, c3, c4, c5]'", "from 0 to 5")]
    [InlineData(7, "'classes: [c0, c1, c2, c3, c4, c5, …]'", "from 0 to 6")]
    public void Several_classes_with_names_have_to_be_said(int classes, string order, string numbers)
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 4 * classes).Select(i => $"{i % classes},c{i % classes}\n"));
        string message = Refusal(Run("{ lightgbm: m.txt }", "y", csv, Stumps.Classes(classes), "multiclass_classification"));
        Assert.Contains(order, message, StringComparison.Ordinal);
        Assert.Contains(numbers, message, StringComparison.Ordinal);
        string named = string.Join(", ", Enumerable.Range(0, classes).Select(i => $"c{i}"));
        Assert.Equal(1, Accuracy(Run($"{{ lightgbm: {{ source: m.txt, classes: [{named}] }} }}", "y", csv, Stumps.Classes(classes),
            "multiclass_classification")));
    }

    [Fact]
    public void Several_classes_that_are_numbers_are_known()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i % 3},{i % 3}\n"));
        Assert.Equal(1, Accuracy(Run("{ lightgbm: m.txt }", "y", csv, Stumps.Classes(3), "multiclass_classification")));
    }

    [Fact]
    public void A_model_of_more_classes_than_the_label_has_is_refused()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i % 3},{i % 3}\n"));
        Assert.Contains("4", Refusal(Run("{ lightgbm: m.txt }", "y", csv, Stumps.Classes(4), "multiclass_classification")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ source: m.txt, columns: [x, z] }", 1, "columns: x, z")]
    [InlineData("{ source: m.txt, columns: [z, x] }", 0, "columns: z, x")]
    [InlineData("{ source: m.txt, columns: { x: z, z: x } }", 0, "column of x: z;column of z: x")]
    [InlineData("{ source: m.txt, classes: [b, a] }", 0, "classes: b, a")]
    [InlineData("m.txt", 1, "")]
    public void What_the_policy_says_of_it_holds_and_stands_in_the_result(string file, double accuracy, string said)
    {
        using TestRun run = Binary("y, positive: b", "a", "b", $"{{ lightgbm: {file} }}");
        GateResult result = run.Execute();
        Assert.Equal(accuracy, result.Findings[0].Estimate);
        Assert.Equal(said, string.Join(';', result.Model.Parameters.Select(one => $"{one.Name}: {one.Text}")));
        Assert.Equal(("lightgbm", "m.txt", 0.5), (result.Model.Kind, result.Model.Source, result.Model.Threshold));
    }

    [Fact]
    public void Levels_say_what_its_numbers_stand_for()
    {
        string csv = "x,z,y\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{"uvw"[i % 3]},0,{(i % 3 == 1 ? "b" : "a")}\n"));
        TestRun Of(string levels) => Run($"{{ lightgbm: {{ source: m.txt, levels: {{ {levels} }} }} }}", "y, positive: b", csv,
            Stumps.Category());
        using TestRun run = Of("x: [u, v, w]");
        GateResult result = run.Execute();
        Assert.Equal(1, result.Findings[0].Estimate);
        Assert.Contains(result.Model.Parameters, one => one is { Name: "levels of x", Text: "u, v, w" });
        Assert.True(Accuracy(Of("x: [v, u, w]")) < 1);
        Assert.Equal("m.txt: levels are named for the column 'z', which the model does not read",
            Refusal(Run("{ lightgbm: { source: m.txt, columns: [x], levels: { x: [u, v, w], z: [a] } } }", "y, positive: b", csv,
                Stumps.Category())));
    }

    [Fact]
    public void A_baseline_has_its_own_role_and_stage()
    {
        using TestRun run = Run("{ lightgbm: m.txt }", "y, positive: b", TwoClasses("a", "b"), Stumps.Binary("x z"),
            more: "baseline: { lightgbm: { source: m.txt, columns: [z, x] } }",
            condition: "{ metric: accuracy, max_regression: 0, level: inform }");
        GateResult result = run.Execute();
        Assert.Equal(["baseline", "baseline", "model", "model"],
            result.Provenance.Digests.Select(digest => digest.Role).Where(role => role is "model" or "baseline").Order());
        Assert.Contains("loading m.txt", run.Stages);
        Assert.Contains("loading m.txt (baseline)", run.Stages);
    }

    [Fact]
    public void A_number_has_no_threshold()
    {
        using TestRun run = Run("{ lightgbm: m.txt }", "y", "x,z,y\n1,0,-1.5\n20,0,1.5\n", Stumps.Regression(), "regression",
            condition: "{ metric: mean_absolute_error, max: 1, level: inform, evidence: { min_count: 1 } }");
        GateResult result = run.Execute();
        Assert.Equal((0, null), (result.Findings[0].Estimate, result.Model.Threshold));
    }

    [Theory]
    [InlineData("{ lightgbm: { source: m.txt, columns: [z, w] } }",
        "model.lightgbm.columns[1]: 'w' is not a column of the data; there are: x, z, y")]
    [InlineData("{ lightgbm: { source: m.txt, columns: { x: w } } }",
        "model.lightgbm.columns.x: 'w' is not a column of the data; there are: x, z, y")]
    [InlineData("{ lightgbm: { source: m.txt, levels: { w: [a] } } }",
        "model.lightgbm.levels.w: 'w' is not a column of the data; there are: x, z, y")]
    [InlineData("{ lightgbm: { source: m.txt, classes: [a, c] } }",
        "model.lightgbm.classes[1]: the class 'c' does not occur in the label; there are: a, b")]
    [InlineData("{ lightgbm: { source: m.txt, classes: [a, a] } }",
        "model.lightgbm.classes[1]: the class 'a' stands there already")]
    public void What_does_not_fit_the_data_has_its_place(string model, string message)
    {
        using TestRun run = Binary("y, positive: b", "a", "b", model);
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal(message, problem.Message);
        Assert.Equal(5, problem.At.Line);
        Assert.True(problem.At.Column > "model: { lightgbm: { source: m.txt".Length);
    }

    [Fact]
    public void A_column_that_is_no_feature_feeds_no_model()
    {
        using TestRun run = Binary("y, positive: b, features: { exclude: [z] }", "a", "b",
            "{ lightgbm: { source: m.txt, columns: [x, z] } }");
        Assert.Equal("model.lightgbm.columns[1]: the column 'z' is no feature; models read features only: name it in "
            + "data.features.include, with the others",
            Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems).Message);
    }

    [Fact]
    public void A_file_that_is_empty_or_a_stand_in_or_another_thing_is_named_as_such()
    {
        Assert.Equal("the model file m.txt is empty, or it is a pipe or a device, which is never read",
            Assert.Throws<DataException>(() => Accuracy(Run("{ lightgbm: m.txt }", "y, positive: b", TwoClasses("a", "b"), ""))).Message);
        Assert.StartsWith("m.txt is a pickle", Refusal(Run("{ lightgbm: m.txt }", "y, positive: b", TwoClasses("a", "b"),
            "ccopy_reg\n_reconstructor\n")), StringComparison.Ordinal);
        Assert.Contains("Git LFS", Refusal(Run("{ lightgbm: m.txt }", "y, positive: b", TwoClasses("a", "b"),
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        using var other = new TestRun("version: 1\n", ("m.txt", Stumps.Binary("x z")));
        using TestRun run = Binary("y, positive: b", "a", "b", "{ lightgbm: link.txt }");
        File.CreateSymbolicLink(Path.Combine(run.Folder.Path, "link.txt"), Path.Combine(other.Folder.Path, "m.txt"));
        Assert.Contains("link.txt", Assert.Throws<DataException>(() => run.Execute()).Message, StringComparison.Ordinal);
    }
}
