using Gate.Tracking.Logging;
using Gate.Wording;

namespace Gate.Tracking.Registry;

/// <summary>Who moves an alias, and why.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
public sealed record Mover(string By, string Why);

/// <summary>What became of a version that was to get an alias.</summary>
/// <param name="Version">The version.</param>
/// <param name="Moved">Whether the alias names it now.</param>
/// <param name="Said">What happened, in a sentence.</param>
public sealed record PromotionResult(ModelVersion Version, bool Moved, string Said);

/// <summary>Moves aliases: only to a version with a verdict that allows it, and only from the version that it was judged against.</summary>
/// <param name="registry">The registry.</param>
/// <param name="clock">Tells when.</param>
public sealed class Promotion(IModelRegistry registry, TimeProvider clock)
{
    private const string By = "promoted_by", At = "promoted_at", Why = "promoted_why", From = "promoted_from";

    /// <summary>The words of verdicts that let a version have an alias.</summary>
    private static readonly string[] allowed = ["pass", "warn"];

    /// <summary>Moves an alias to a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="expected">The number that the alias names as far as is known; null for none.</param>
    /// <param name="mover">Who and why.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TrackingException">The version's verdict does not allow it.</exception>
    public async Task<PromotionResult> MoveAsync(ModelVersion version, string alias, string? expected, Mover mover,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(mover);
        Require(version, alias);
        if (expected == version.Version) return new(version, true, $"{alias} names {version.Called} already");
        var move = new AliasMove(version.Name, alias, version.Version, expected);
        if (await registry.MoveAsync(move, cancel).ConfigureAwait(false) is { } other)
            return new(version, false, $"{alias} of {version.Name} names {Called(other)} now, and not {Called(expected ?? "")}, which "
                + $"{version.Called} was held against; it was not moved. Judge again, against what it names now");
        await registry.TagAsync(version.Name, version.Version,
        [
            new(By, Text(mover.By)), new(At, clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo
                .InvariantCulture)), new(Why, Text(mover.Why)), new(From, expected ?? "none"),
        ], cancel).ConfigureAwait(false);
        return new(version, true, $"{alias} names {version.Called} now; before, it named {Called(expected ?? "")}");
    }

    /// <summary>Moves an alias back to the version that it named before.</summary>
    /// <param name="name">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="mover">Who and why.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TrackingException">There is no version before, or its verdict does not allow it.</exception>
    public async Task<PromotionResult> RollBackAsync(string name, string alias, Mover mover, CancellationToken cancel)
    {
        ModelVersion now = await registry.FindAliasAsync(name, alias, cancel).ConfigureAwait(false)
            ?? throw new TrackingException(TrackingFault.Asked,
                $"{alias} of {name} names no version, so that there is nothing to go back from");
        ModelVersion before = await registry.FindAliasAsync(name, AliasMove.PreviousOf(alias), cancel).ConfigureAwait(false)
            ?? throw new TrackingException(TrackingFault.Asked, $"{name} has no version that {alias} named before {now.Version}; "
                + "'gate promote' names any other");
        return await MoveAsync(before, alias, now.Version, mover, cancel).ConfigureAwait(false);
    }

    private static void Require(ModelVersion version, string alias)
    {
        string? verdict = version.Tag(RunTags.Verdict);
        if (!allowed.Contains(verdict))
            throw new TrackingException(TrackingFault.Asked, verdict is null
                ? $"{version.Called} has no verdict of Gate; judge it first ('gate run' with 'register')"
                : $"the verdict on {version.Called} is {Shown.Of(verdict)}; {alias} names only what passed");
    }

    private static string Called(string number) => number.Length == 0 ? "none" : $"version {number}";

    private static string Text(string text) => RunTags.Cut(Shown.OneLine(text), 500) is { Length: > 0 } said ? said : "-";
}
