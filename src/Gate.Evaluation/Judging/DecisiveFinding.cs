using Gate.Evaluation.Results;

namespace Gate.Evaluation.Judging;

/// <summary>The finding that decided the verdict of a run.</summary>
internal static class DecisiveFinding
{
    /// <summary>The first of the gravest findings; null where every judged one passed, or something else was graver.</summary>
    /// <param name="verdict">The verdict of the run.</param>
    /// <param name="findings">The findings in the policy's order.</param>
    public static DecidingFact? Of(Verdict verdict, IReadOnlyList<Finding> findings)
    {
        if (verdict == Verdict.Pass) return null;
        Finding[] gravest = [.. findings.Where(finding => finding.Verdict == verdict)];
        return gravest.Length == 0 ? null
            : new(gravest[0].Id, gravest[0].Brief ?? gravest[0].Sentence, gravest[0].Line, gravest.Length - 1)
                { File = gravest[0].File };
    }
}
