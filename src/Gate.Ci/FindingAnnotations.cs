using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Ci;

/// <summary>Turns findings into annotations: worst first, and no more than a host shows.</summary>
public static class FindingAnnotations
{
    /// <summary>One annotation for each failed, inconclusive and warned finding, in that order and within it in the policy's
    /// order, and for each change that loosens the policy.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<Annotation> From(GateResult result) =>
        [.. result.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Warn).OrderBy(f => f.Verdict)
            .Select(f => From(f, PolicyPlaces.FileOf(result, f))), .. Loosened(result.PolicyChange)];

    // On the lines of the proposed policy, where the change is looked at.
    private static IEnumerable<Annotation> Loosened(PolicyChangeFacts? change) => change is null or { Loosening: "allow" } ? []
        : change.Loosened().Select(one => new Annotation(
            change.Loosening == "forbid" ? AnnotationLevel.Error : AnnotationLevel.Warning, $"The policy is {one.Effect}: {one.Path}",
            $"{one.Path}: {one.Before?.Text ?? "not given"} became {one.After?.Text ?? "not given"}; {one.Reason}",
            one.After?.File ?? change.Proposed,
            one.After?.Line ?? 1));

    /// <summary>At most <paramref name="most"/> annotations and one that counts the others.</summary>
    /// <param name="annotations">Annotations, the most important first.</param>
    /// <param name="most">How many are shown as they are, at least 1.</param>
    public static IReadOnlyList<Annotation> Limit(IReadOnlyList<Annotation> annotations, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (annotations.Count <= most) return annotations;
        Annotation[] others = [.. annotations.Skip(most)];
        return [.. annotations.Take(most), Count(others)];
    }

    private static Annotation From(Finding finding, string policy) => new(
        finding.Verdict == Verdict.Warn ? AnnotationLevel.Warning : AnnotationLevel.Error,
        string.Create(CultureInfo.InvariantCulture, $"{finding.Id}: {finding.Verdict.Word()}"),
        finding.Why is { Length: > 0 } why ? string.Create(CultureInfo.InvariantCulture, $"{finding.Sentence}\nWhy: {why}")
            : finding.Sentence,
        policy,
        finding.Line,
        finding.Column);

    // It points at the first of the annotations that it stands for, and is as loud as the loudest of them.
    private static Annotation Count(Annotation[] others) => new(
        others.Min(a => a.Level),
        string.Create(CultureInfo.InvariantCulture, $"and {others.Length} more"),
        string.Create(CultureInfo.InvariantCulture,
            $"and {others.Length} more, all in the report: "
            + $"{string.Join("; ", others.Take(20).Select(a => a.Title))}{(others.Length > 20 ? "; …" : "")}"),
        others[0].File,
        others[0].Line,
        others[0].Column);
}
