using Gate.Tracking;
using Gate.Tracking.Ratcheting;

namespace Gate.Tests.Tracking.Ratcheting;

public sealed class RatchetTests
{
    private static MemoryRun Run(int i, double low, string verdict = "pass", string? rows = null)
    {
        MemoryRun run = MemoryRun.Of($"r{i:00}", i, ("condition/auc", low + 0.05), ("interval/condition/auc/low", low),
            ("interval/condition/auc/high", low + 0.1), ("condition/gap", low + 0.05));
        return run with
        {
            Info = run.Info with { Status = RunStatus.Finished },
            Tags = [new("verdict", verdict), new("test_rows", rows ?? $"{i}")],
        };
    }

    private static readonly IRun[] nine = [.. Enumerable.Range(0, 9).Select(i => Run(i, 0.8006 + (i * 0.01)))];

    [Theory]
    [InlineData(0.1, 9)]
    [InlineData(0.05, 19)]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 1)]
    public void A_chance_needs_so_many_runs(double chance, int runs) => Assert.Equal(runs, Ratchet.Needed(chance));

    [Fact]
    public void The_worst_limit_of_all_runs_is_proposed_to_the_looser_side()
    {
        RatchetStep min = Assert.Single(Ratchet.Propose([new("auc", 0.75, null, true)], nine, 0.1));
        Assert.Equal(new RatchetStep("auc", "min", 0.75, 0.8, 9), min);
        RatchetStep point = Assert.Single(Ratchet.Propose([new("auc", 0.75, null, false)], nine, 0.1));
        Assert.Equal(0.85, point.Proposed);
        RatchetStep max = Assert.Single(Ratchet.Propose([new("auc", null, 1.2, true)], nine, 0.1));
        Assert.Equal(("max", 0.981), (max.Key, max.Proposed));
        // Without an interval the value itself stands.
        Assert.Equal(0.85, Assert.Single(Ratchet.Propose([new("gap", 0.1, null, true)], nine, 0.1)).Proposed);
    }

    [Fact]
    public void No_bound_becomes_looser_and_none_comes_from_too_few_runs()
    {
        Assert.Empty(Ratchet.Propose([new("auc", 0.8, null, true), new("auc", 0.9, null, true), new("auc", null, 0.9, true)], nine, 0.1));
        Assert.Empty(Ratchet.Propose([new("auc", 0.75, null, true)], [.. nine.Take(8)], 0.1));
        Assert.Empty(Ratchet.Propose([new("absent", 0.1, 0.9, true), new("auc", null, null, true)], nine, 0.1));
    }

    [Fact]
    public void Runs_that_did_not_pass_and_second_looks_at_the_same_rows_do_not_count()
    {
        IRun[] runs = [Run(1, 0.8), Run(2, 0.1, "fail"), Run(3, 0.7, rows: "1"), Run(4, 0.9, "warn"), MemoryRun.Of("open", 9)];
        Assert.Equal(["r04", "r03"], Ratchet.Usable(runs).Select(run => run.Info.Id));
    }

    [Theory]
    [InlineData("  - { metric: auc, min: 0.8 } # why\n", 1, 20, "  - { metric: auc, min: 0.85 } # why\n")]
    [InlineData("  - metric: auc\n    min:   0.8   # why\n", 2, 5, "  - metric: auc\n    min:   0.85   # why\n")]
    [InlineData("min: 8e-1", 1, 1, "min: 0.85")]
    public void Only_the_number_changes(string text, int line, int column, string after) =>
        Assert.Equal(after, PolicyPatch.Apply(text, new(line, column, "min", "0.85")));

    [Theory]
    [InlineData("min: *bound", 1, 1)]
    [InlineData("min: \"0.8\"", 1, 1)]
    [InlineData("max: 0.8", 1, 1)]
    [InlineData("min: 0.8", 2, 1)]
    [InlineData("min: 0.8", 1, 40)]
    [InlineData("min: 0.8x", 1, 1)]
    public void What_is_no_number_there_is_left_alone(string text, int line, int column) =>
        Assert.Null(PolicyPatch.Apply(text, new(line, column, "min", "0.85")));

    [Fact]
    public void The_patch_has_three_lines_around_each_change()
    {
        string before = string.Concat(Enumerable.Range(1, 20).Select(i => $"line {i}\n"));
        string after = before.Replace("line 2\n", "LINE 2\n", StringComparison.Ordinal)
            .Replace("line 15\n", "LINE 15\n", StringComparison.Ordinal);
        string[] lines = PolicyPatch.Diff("gate.yml", before, after).TrimEnd('\n').Split('\n');
        Assert.Equal(["--- a/gate.yml", "+++ b/gate.yml", "@@ -1,5 +1,5 @@", " line 1", "-line 2", "+LINE 2", " line 3", " line 4",
            " line 5", "@@ -12,7 +12,7 @@"], lines[..10]);
        Assert.Equal(18, lines.Length);
        Assert.Equal("", PolicyPatch.Diff("gate.yml", before, before));
    }
}
