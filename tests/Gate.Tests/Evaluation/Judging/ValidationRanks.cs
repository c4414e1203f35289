using Gate.Evaluation.Candidates;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>Which of two models goes before the other where conditions are to be satisfied.</summary>
public sealed class ValidationRanks
{
    private static int Rank(params (Verdict Verdict, bool? Keeps)[] conditions) => new ValidationJudgement([], [.. conditions.Select(
        (one, i) => new TrialCondition($"c{i}", 0.5, null, one.Keeps, one.Verdict))], null).Rank;

    [Fact]
    public void Proven_then_kept_then_open_then_the_fewest_failures()
    {
        int[] ranks =
        [
            Rank((Verdict.Pass, true), (Verdict.Warn, false), (Verdict.Inform, null)),
            Rank((Verdict.Pass, true), (Verdict.Inconclusive, true)),
            Rank((Verdict.Pass, true), (Verdict.Inconclusive, false)),
            Rank((Verdict.Pass, true), (Verdict.Fail, false)),
            Rank((Verdict.Fail, false), (Verdict.Fail, false)),
        ];
        Assert.Equal([0, 1, 2, 3, 4], ranks);
        Assert.Equal(0, ValidationJudgement.None.Rank);
    }
}
