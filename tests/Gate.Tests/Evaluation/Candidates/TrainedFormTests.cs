using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Serialization;
using Gate.Policy.Document;
using Gate.Tests.Models.LightGbm;
using NSubstitute;

namespace Gate.Tests.Evaluation.Candidates;

public sealed class TrainedFormTests
{
    private static readonly string rows = "x,y,g,w,h\n" + string.Concat(Enumerable.Range(0, 60)
        .Select(i => $"{i},{(i * 7 % 60 > 30 ? 1 : 0)},{"ab"[i % 2]},{1 + (i % 3)},{(i % 3 == 0 ? "test" : "train")}\n"));

    private static TestRun Run(string data, string model = "algorithm: decision_tree, max_depth: 2", string baseline = "",
        string task = "binary_classification", TimeProvider? clock = null) => new($$"""
        version: 1
        name: trained
        task: {{task}}
        data: { source: d.csv, label: y, {{data}} }
        model: { train: { {{model}} } }
        {{baseline}}
        explain: false
        conditions: [{ metric: count, level: inform, evidence: { min_count: 1 } }]
        """, ("d.csv", rows)) { Clock = clock };

    [Fact]
    public void Without_features_nothing_can_be_learned()
    {
        using TestRun run = Run("split: { test: 0.5 }, features: { exclude: [x, g, w, h] }");
        Assert.Equal("no column is left as a feature; check data.features", Assert.Throws<DataException>(() => run.Execute()).Message);
    }

    /// <summary>The reader refuses such a policy; one that was made in code meets it here.</summary>
    [Theory]
    [InlineData("candidate")]
    [InlineData("baseline")]
    public void Without_rows_to_learn_from_nothing_can_be_trained(string role)
    {
        using TestRun run = Run("split: { test: 0.5 }", baseline: "baseline: { train: { algorithm: dummy } }");
        PolicyDocument policy = run.Inputs.Policy;
        ModelSpec model = role == "candidate" ? policy.Model : new PredictionsSpec(null, [], "y", []);
        var error = Assert.Throws<DataException>(() => run.Execute(run.Inputs with
        {
            Policy = policy with { Data = policy.Data with { Split = null }, Model = model },
        }));
        Assert.Equal($"the {role} is to be trained, but the policy does not say on which rows; add data.split (such as {{ test: 0.3, "
            + "seed: 7 }) or data.test", error.Message);
    }

    [Theory]
    [InlineData("monotone_constraints: { z: 1 }", "model.train.monotone_constraints.z: 'z' is not a column of the data")]
    [InlineData("mc: { z: 1 }", "model.train.mc.z: 'z' is not a column of the data")]
    [InlineData("monotone_constraints: { w: 1 }", "model.train.monotone_constraints.w: 'w' is not a feature")]
    [InlineData("interaction_constraints: [[x, z]]", "model.train.interaction_constraints[0][1]: 'z' is not a column of the data")]
    [InlineData("class_weight: { 2: 3 }", "model.train.class_weight.2: '2' is not a class of the label")]
    public void Columns_and_classes_in_parameters_are_held_against_the_data(string parameter, string expected)
    {
        using TestRun run = Run("split: { test: 0.5 }, features: { exclude: [w, h] }", $"algorithm: lightgbm, {parameter}");
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.StartsWith(expected, problem.Message, StringComparison.Ordinal);
        Assert.Equal(5, problem.At.Line);
        Assert.True(problem.At.Column > "model: { train: { algorithm: lightgbm, ".Length, $"column {problem.At.Column}");
    }

    [LightGbmTheory]
    [InlineData("eta: 0", "model.train.eta: LightGBM: Check failed: (learning_rate) > (0.0)", 40)]
    [InlineData("data_sample_strategy: goss, bagging_freq: 1, subsample: 0.5", "model.train: LightGBM: Cannot use bagging in GOSS", 1)]
    public void A_parameter_that_the_library_refuses_is_a_fault_of_the_policy(string parameter, string expected, int column)
    {
        using TestRun run = Run("split: { test: 0.5 }", $"algorithm: lightgbm, {parameter}");
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal((expected, 5, column), (problem.Message, problem.At.Line, problem.At.Column));
    }

    /// <summary>Labels of test rows have no part in what is learned of the scores.</summary>
    [Fact]
    public void A_threshold_is_chosen_from_training_rows_and_is_part_of_the_model()
    {
        (double?, string, string) Result(string keys, bool turned = false)
        {
            using TestRun run = Run("split: { column: h }", "algorithm: logistic_regression }" + keys);
            string text = string.Join('\n', rows.Split('\n').Select(line => turned && line.EndsWith("test", StringComparison.Ordinal)
                ? line.Replace(",1,", ",-,", StringComparison.Ordinal).Replace(",0,", ",1,", StringComparison.Ordinal)
                    .Replace(",-,", ",0,", StringComparison.Ordinal) : line));
            run.Folder.Write("d.csv", text);
            GateResult result = run.Execute();
            return (result.Model.Threshold, result.Provenance.Digests.Single(digest => digest.Role == "model").Sha256,
                result.Model.Facts.FirstOrDefault(fact => fact.Name == "threshold chosen")?.Text ?? "");
        }

        (double? threshold, string digest, string said) = Result(", threshold: { maximise: f1 ");
        Assert.StartsWith(FormattableString.Invariant($"{threshold:0.####}, for the largest f1 ("), said, StringComparison.Ordinal);
        Assert.NotEqual(0.5, threshold);
        Assert.Equal((threshold, digest, said), Result(", threshold: { maximise: f1 ", turned: true));
        Assert.NotEqual(digest, Result(", calibrate: isotonic, threshold: { maximise: f1 ").Item2);
    }

    [LightGbmFact]
    public void Rounds_are_told_and_the_result_says_what_was_given()
    {
        using TestRun run = Run("split: { test: 0.5 }, features: { exclude: [w, h] }",
            "algorithm: lightgbm, n_estimators: 3, min_data: 2, monotone_constraints: { x: 1 }, interaction_constraints: [[x], [g]]");
        ModelFacts facts = run.Execute().Model;
        string Parameter(string name) => facts.Parameters.Single(parameter => parameter.Name == name).Text;
        Assert.Equal(("3", "x: 1", "[x], [g]", "0.1"), (Parameter("num_iterations"), Parameter("monotone_constraints"),
            Parameter("interaction_constraints"), Parameter("learning_rate")));
        Assert.Equal([1, 2, 3], run.Rounds);
    }

    [Fact]
    public void Candidate_and_baseline_are_trained_and_scored_in_this_order()
    {
        using TestRun run = Run("split: { column: h }", baseline: "baseline: { train: { algorithm: dummy } }");
        run.Execute();
        Assert.Equal(["reading d.csv", "splitting", "training decision_tree", "scoring 20 rows", "training dummy (baseline)",
            "scoring 20 rows (baseline)", "judging conditions", "measuring groups"], run.Stages);
    }

    [Fact]
    public void What_was_trained_stands_in_the_result()
    {
        using TestRun run = Run("split: { column: h }, sensitive: [g], weight: w", baseline: "baseline: { train: { algorithm: dummy } }");
        GateResult result = run.Execute();
        Assert.Equal(("decision_tree", "trained in this run", 0.5), (result.Model.Kind, result.Model.Source, result.Model.Threshold));
        Assert.Equal(["x"], result.Model.Features);
        Assert.Contains(new("max_depth", "2"), result.Model.Parameters);
        Assert.Contains(new("min_samples_leaf", "1"), result.Model.Parameters);
        Assert.NotEmpty(result.Model.Facts);
        Assert.Equal(["x feature", "y label", "g sensitive", "w weight", "h split"],
            result.Data.Columns.Select(column => $"{column.Name} {column.Role}"));
        Assert.Equal((60, 40, 20, "by the column h"), (result.Data.Rows, result.Data.TrainRows, result.Data.TestRows, result.Data.Split));
        Assert.Equal("dummy", result.Baseline!.Kind);
    }

    [Fact]
    public void A_regression_has_no_threshold_and_parameters_are_written_as_policies_write_them()
    {
        using TestRun run = Run("split: { test: 0.25, seed: 3, stratify: [g, h] }", "algorithm: linear_regression", task: "regression");
        GateResult result = run.Execute();
        Assert.Null(result.Model.Threshold);
        Assert.Contains(result.Model.Parameters, one => one.Text == "true");
        Assert.Equal("25% test at random, seed 3, stratified on g and h", result.Data.Split);
        using TestRun tree = Run("split: { test: 0.25 }", "algorithm: decision_tree");
        Assert.Contains(new("max_depth", "null"), tree.Execute().Model.Parameters);
    }

    [Fact]
    public void A_sensitive_column_is_a_feature_where_it_is_named_as_one()
    {
        using TestRun run = Run("split: { column: h }, sensitive: [g], features: { include: [x, g] }");
        GateResult result = run.Execute();
        Assert.Equal(["x", "g"], result.Model.Features);
        Assert.Equal(["x feature", "y label", "g feature, sensitive", "w unused", "h split"],
            result.Data.Columns.Select(column => $"{column.Name} {column.Role}"));
    }

    [Fact]
    public void Steps_are_timed_one_after_the_other_by_the_clock_of_the_run()
    {
        var watch = new RunWatch(new SteppingClock(1, 2, 0.5, 0.25));
        Assert.Equal((2, 0.25), (watch.Lap(), watch.Lap()));
        Assert.Null(new RunWatch(null).Lap());
    }

    [Fact]
    public void A_model_without_a_form_to_digest_says_so()
    {
        IModel bare = Substitute.For<IModel>(), digested = Substitute.For<IModel, IDigestedModel>();
        bare.Kind.Returns("oracle");
        ((IDigestedModel)digested).Digest.Returns("sha256:00");
        Assert.Equal((null, "a oracle has no form that could be digested"), (ModelDigest.Of(bare).Sha256, ModelDigest.Of(bare).Reason));
        Assert.Equal(("sha256:00", null), (ModelDigest.Of(digested).Sha256, ModelDigest.Of(digested).Reason));
    }
}
