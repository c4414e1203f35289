using Gate.Policy.Document;

namespace Gate.Tests.Policy;

public sealed class TrackingKeyTests
{
    [Fact]
    public void Tracking_is_read_and_all_of_it_may_be_left_out()
    {
        TrackingSpec full = Policies.Read(Policies.Minimal + "tracking: { required: true, mlflow: { experiment: credit, run_name: weekly, "
            + "tags: { team: risk, year: 2026 } } }\n").Tracking!;
        Assert.Equal(("credit", "weekly", true), (full.Experiment, full.RunName, full.Required));
        Assert.Equal(["team=risk", "year=2026"], full.Tags.Select(tag => $"{tag.Key}={tag.Value}"));

        TrackingSpec empty = Policies.Read(Policies.Minimal + "tracking: {}\n").Tracking!;
        Assert.Equal((null, null, false, 0), (empty.Experiment, empty.RunName, empty.Required, empty.Tags.Count));
        Assert.Null(Policies.Read(Policies.Minimal).Tracking);
        Assert.Null(Policies.Read(Policies.Minimal + "tracking: null\n").Tracking);
    }
}
