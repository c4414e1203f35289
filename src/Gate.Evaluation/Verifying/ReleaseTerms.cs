using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Verifying;

/// <summary>What a release asks of a result.</summary>
public sealed record ReleaseTerms
{
    /// <summary>The gravest verdict that is let through; null for any.</summary>
    public Verdict? Require { get; init; }

    /// <summary>How old it may be; null for any age.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The digests that it has to be bound to as its model, by the names of their files.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Subjects { get; init; } = [];

    // Clocks of two machines differ a little.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Why a result does not do; empty where it does.</summary>
    /// <param name="result">The result.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<string> Refusals(GateResult result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        var refusals = new List<string>();
        // Verdicts are ordered from the gravest on.
        if (Require is { } least && result.Verdict < least)
            refusals.Add($"the verdict is {result.Verdict.Word()}, and {least.Word()} is required");
        if (MaxAge is { } most && Age(result, now, most) is { } old) refusals.Add(old);
        string[] models = [.. result.Provenance.Digests.Where(digest => digest.Role == "model").Select(digest => digest.Sha256)];
        foreach ((string name, string digest) in Subjects.Where(subject => !models.Contains(subject.Value)))
            refusals.Add($"{name} ({digest}) is not the model that was judged ({(models.Length == 0 ? "the result names none"
                : string.Join(", ", models))})");
        return refusals;
    }

    private static string? Age(GateResult result, DateTimeOffset now, TimeSpan most)
    {
        if (result.Run is not { } run || !DateTimeOffset.TryParse(run.Started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset started)) return "the result does not say when it was made, and an age is required";
        if (started > now + Skew) return $"the result was made in the future ({run.Started})";
        return now - started <= most ? null
            : string.Create(CultureInfo.InvariantCulture, $"the result is of {run.Started}, older than {most.TotalHours:0.##} hours");
    }
}
