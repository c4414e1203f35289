using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Origins;

/// <summary>What the verdict is bound to.</summary>
internal sealed class ProvenanceSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "provenance";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Provenance";

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        Provenance provenance = result.Provenance;
        model["provenance"] = new Node(
            ("facts", Node.Terms([.. Facts(result)])),
            ("digests", provenance.Digests.Select(digest => new Node(
                ("role", digest.Role), ("name", digest.Name), ("sha256", digest.Sha256), ("size", Phrases.Bytes(digest.Bytes)))).ToList()));
        model["run"] = result.Run is null ? null : Run(result.Run);
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        Provenance provenance = result.Provenance;
        IEnumerable<(string, string?)> rows =
        [
            .. Facts(result),
            ("Replaced on the command line", result.Policy.Overrides.Count > 0 ? string.Join(", ", result.Policy.Overrides) : null),
            ("Started", result.Run?.Started), ("Host", result.Run?.Host), ("Commit", result.Run?.Commit),
        ];
        string digests = new MarkdownTable("Input", "File", ">Size", "Digest").Add(
            provenance.Digests.Select(digest => (string[])[Escape(digest.Role), Escape(digest.Name), Phrases.Bytes(digest.Bytes),
                Code(digest.Sha256)])).Text;
        return [Folded("Provenance", Terms(rows) + "\n" + digests)];
    }

    /// <summary>What the verdict's identity is made of, besides the digests of the inputs.</summary>
    private static IEnumerable<(string Name, string? Text)> Facts(GateResult result)
    {
        (Provenance provenance, VerdictIdentity? identity) = (result.Provenance, result.Provenance.Identity);
        return
        [
            ("Gate", provenance.Gate),
            ("Seed", provenance.Seed),
            .. provenance.Engines.Select(engine => (engine.Name, (string?)engine.Text)),
            ("Confidence", identity is null ? null : string.Join(", ", identity.Confidences.Select(NumberText.Percent))),
            ("Split", identity?.Split),
            ("Test rows", identity?.TestRows),
            ("Identity of the verdict", identity?.Sha256),
            ("Looks at these test rows", result.History is { } history ? NumberText.Count(history.Looks) : null),
        ];
    }

    private static Node Run(RunFacts run) => new(
        ("started", Phrases.Moment(run.Started)),
        ("facts", Node.Terms(
            ("Started", Phrases.Moment(run.Started)),
            ("Took", FormattableString.Invariant($"{run.Seconds:0.0} s")),
            ("Host", run.Host),
            ("Platform", run.Platform),
            ("Commit", run.Commit),
            ("Run", run.Link))));
}
