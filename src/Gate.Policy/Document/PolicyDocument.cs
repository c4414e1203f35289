namespace Gate.Policy.Document;

/// <summary>A checked policy, version 1. Every part remembers where it stands in the file.</summary>
public sealed record PolicyDocument
{
    /// <summary>The policies that it extends, directly and through others; each stands after those that it extends itself.</summary>
    public IReadOnlyList<ExtendedPolicy> Extended { get; init; } = [];

    /// <summary>The name of the gate.</summary>
    public required string Name { get; init; }

    /// <summary>What the model predicts.</summary>
    public required PolicyTask Task { get; init; }

    /// <summary>The data.</summary>
    public required DataSpec Data { get; init; }

    /// <summary>The candidate.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>The model that the candidate must not regress from, or null.</summary>
    public ModelSpec? Baseline { get; init; }

    /// <summary>The confidence of a policy that gives none.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>The nominal coverage of intervals, above 0.5 and below 1.</summary>
    public double Confidence { get; init; } = DefaultConfidence;

    /// <summary>The evidence floor of every condition that has none of its own.</summary>
    public EvidenceSpec Evidence { get; init; } = new();

    /// <summary>The seed of everything random that has none of its own.</summary>
    public ulong Seed { get; init; }

    /// <summary>How feature importance is measured, or null when it is switched off.</summary>
    public ExplainSpec? Explain { get; init; } = new();

    /// <summary>Families of conditions, in the order of the file.</summary>
    public IReadOnlyList<FamilySpec> Families { get; init; } = [];

    /// <summary>The conditions, in the order of the file; at least one.</summary>
    public required IReadOnlyList<ConditionSpec> Conditions { get; init; }

    /// <summary>How many conditions the policy says that it has, which has been checked; null where it does not say.</summary>
    public long? ExpectConditions { get; init; }

    /// <summary>Whether the policy says that none of its conditions is judged.</summary>
    public bool ReportOnly { get; init; }

    /// <summary>Waivers, in the order of the file.</summary>
    public IReadOnlyList<WaiverSpec> Waivers { get; init; } = [];

    /// <summary>The digests that files must have, in the order of the file; empty where the policy pins none. Where it pins any, it pins
    /// every file that is read.</summary>
    public IReadOnlyList<PinSpec> Digests { get; init; } = [];

    /// <summary>Where the digests stand, or the start of the policy.</summary>
    public Mark DigestsAt { get; init; } = new(1, 1);

    /// <summary>What waivers have to keep to.</summary>
    public WaiverTerms WaiverTerms { get; init; } = new(null, []);

    /// <summary>What is said of a policy that is to take its place and is looser.</summary>
    public LooseningSpec Loosening { get; init; }

    /// <summary>How the report looks.</summary>
    public ReportSpec Report { get; init; } = new();

    /// <summary>Where and how a run is tracked; null where the policy does not ask for it.</summary>
    public TrackingSpec? Tracking { get; init; }

    /// <summary>Where the candidate is registered; null where it is not.</summary>
    public RegisterSpec? Register { get; init; }
}
