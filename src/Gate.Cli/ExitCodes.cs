using Gate.Evaluation.Results;

namespace Gate.Cli;

/// <summary>Exit codes: verdicts are below 64, everything else is 64 or more, so a crash never looks like a verdict.</summary>
internal static class ExitCodes
{
    public const int Pass = 0;
    public const int Fail = 1;
    public const int Inconclusive = 2;
    public const int Usage = 64;
    public const int Data = 65;
    public const int Unavailable = 69;
    public const int Internal = 70;
    public const int Cancelled = 130;

    /// <summary>The words of <c>--fail-on</c>, mildest first: the mildest verdict that gives an exit code other than 0.</summary>
    public static readonly string[] FailOn = [Verdict.Warn.Word(), Verdict.Inconclusive.Word(), Verdict.Fail.Word(), "never"];

    /// <summary>The exit code of a verdict where nothing else is said.</summary>
    public static int Of(Verdict verdict) => Of(verdict, Verdict.Inconclusive.Word());

    /// <summary>The exit code of a verdict.</summary>
    public static int Of(GateResult result, string failOn) => Of(result.Verdict, failOn);

    private static int Of(Verdict verdict, string failOn)
    {
        int threshold = Array.IndexOf(FailOn, failOn);
        int severity = Array.IndexOf(FailOn, verdict.Word());
        if (severity < threshold || verdict == Verdict.Pass) return Pass;
        return verdict == Verdict.Inconclusive ? Inconclusive : Fail;
    }
}
