using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Tests.Reporting.Samples;
using Gate.Tracking;
using Gate.Tracking.Logging;

namespace Gate.Tests.Tracking.Logging;

public sealed class RunRecordTests
{
    private static TrackedResult Tracked(GateResult result) => new(result, "credit") { Started = 1_700_000_000_000 };

    [Fact]
    public void A_result_becomes_numbers_parameters_and_tags()
    {
        GateResult result = SampleResults.Mortgage();
        RunRecord record = RunRecord.Of(Tracked(result) with
        {
            Tags = [new("team", "risk")],
            Rounds = [new TrainingProgress(1, 2, "auc", 0.7), new TrainingProgress(2, 2, "auc", 0.8), new TrainingProgress(2, 2, null, 0)],
        });
        double Number(string key) => record.Values.Metrics.Single(metric => metric.Key == key).Value;
        MetricFact auc = result.Overall.Single(fact => fact.Metric == "roc_auc");
        Assert.Equal(auc.Estimate, Number("roc_auc"));
        Assert.Equal(auc.Interval!.Low, Number("interval/roc_auc/low"));
        Assert.Equal(auc.Baseline, Number("baseline/roc_auc"));
        Finding finding = result.Findings.First(one => one.Estimate is not null);
        Assert.Equal(finding.Estimate, Number($"condition/{finding.Id}"));
        Assert.Equal(634, Number("group/afam/no/rows"));
        Assert.Equal(121, Number("group/afam x sex/no x female/rows"));
        Assert.Equal([(1L, 0.7), (2L, 0.8)], record.Values.Metrics.Where(one => one.Key == "training/auc")
            .Select(one => (one.Step, one.Value)));
        Assert.Equal("fail", record.Values.Tags.Single(tag => tag.Key == "verdict").Value);
        Assert.Equal("risk", record.Values.Tags.Single(tag => tag.Key == "team").Value);
        Assert.Equal("mortgage 2023-11-14 22:13", record.Name);
        Assert.Equal("0.55", record.Values.Parameters.Single(one => one.Key == "set.model.threshold").Value);
        Assert.All(record.Values.Metrics, metric => Assert.True(double.IsFinite(metric.Value)));
        Assert.Equal(record.Values.Metrics.Count,
            record.Values.Metrics.Select(metric => (metric.Key.ToUpperInvariant(), metric.Step)).Distinct().Count());
        Assert.All(record.Inputs, input => Assert.True(input.Digest.Length <= 36, input.Digest));
    }

    /// <summary>Whatever a policy, data or a model write into names and texts: a store takes it, and nothing leaves its folder.</summary>
    [Fact]
    public async Task A_hostile_result_is_kept_like_any_other()
    {
        using var stores = new Stores();
        RunInfo run = await RunLogger.LogAsync(stores.Open(), Tracked(SampleResults.Attacked()), TimeProvider.System, default);
        IRun kept = (await stores.Open().FindRunAsync(run.Id, default))!;
        Assert.Equal(RunStatus.Finished, kept.Info.Status);
        Assert.Equal("fail", kept.Tag("verdict"));
        Assert.NotEmpty(kept.Metrics);
        Assert.NotNull(await stores.Open().GetArtifactAsync(run, RunRecord.NamesFile, default));
    }

    [Theory]
    [InlineData("verdict")]
    [InlineData("policy_digest")]
    [InlineData("mlflow.user")]
    public void A_policy_cannot_say_what_only_a_run_may(string tag) =>
        Assert.Contains("set by Gate itself", Assert.Throws<TrackingException>(() => RunTags.Require([new(tag, "pass")])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Other_tags_are_let_through() => RunTags.Require([new("team", "risk")]);

    [Fact]
    public async Task A_run_that_could_not_be_logged_whole_is_marked_as_failed()
    {
        using var stores = new Stores();
        TrackedResult tracked = Tracked(SampleResults.Minimal()) with { Artifacts = [("../evil", [1])] };
        await Assert.ThrowsAsync<TrackingException>(() => RunLogger.LogAsync(stores.Open(), tracked, TimeProvider.System, default));
        Experiment experiment = (await stores.Open().ExperimentsAsync(default)).Single();
        RunPage page = await stores.Open().SearchAsync(new([experiment.Id]) { Filter = "status = 'FAILED'" }, default);
        Assert.Single(page.Runs);
    }

    [Fact]
    public void Rounds_of_the_candidate_are_kept_and_those_of_the_baseline_are_not()
    {
        var history = new TrainingHistory(new Silent());
        history.Begin("training lightgbm");
        history.Train(new(1, 1, "auc", 0.7));
        history.Begin("training lightgbm (baseline)");
        history.Train(new(1, 1, "auc", 0.1));
        Assert.Equal([0.7], history.Rounds.Select(round => round.Value));
    }

    private sealed class Silent : Gate.Evaluation.Inputs.IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(Gate.Data.ReadProgress progress)
        {
        }
    }
}
