namespace Gate.Evaluation.Results;

/// <summary>What one run of a gate found: the content of <c>result.json</c>, version 1. Everything downstream reads this and recomputes
/// nothing.</summary>
public sealed record GateResult
{
    /// <summary>The version of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The verdict of the run: <c>pass</c>, <c>warn</c>, <c>fail</c> or <c>inconclusive</c>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in one plain sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What decided the verdict; null where every judged condition passed, where a change of the policy decided, and in results
    /// of versions that did not tell it.</summary>
    public DecidingFact? DecidedBy { get; init; }

    /// <summary>How many findings have each verdict.</summary>
    public required VerdictCounts Counts { get; init; }

    /// <summary>The policy.</summary>
    public required PolicyFacts Policy { get; init; }

    /// <summary>The judged conditions, in the order of the policy.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>All metrics of the task over all test rows.</summary>
    public required IReadOnlyList<MetricFact> Overall { get; init; }

    /// <summary>All metrics by group: each sensitive column, and each combination of columns that a condition names.</summary>
    public required IReadOnlyList<FrameFacts> Frames { get; init; }

    /// <summary>The confusion matrix; null for regression, without predictions and of more than 100 classes.</summary>
    public ConfusionFacts? Confusion { get; init; }

    /// <summary>How well each class is predicted; null for regression, without predictions, of more than 100 classes, and in results of
    /// versions that did not tell it.</summary>
    public ClassReport? PerClass { get; init; }

    /// <summary>Where a regression errs; null for other tasks, and in results of versions that did not tell it.</summary>
    public ErrorFacts? Errors { get; init; }

    /// <summary>Curves of the scores; null where there are none.</summary>
    public CurveFacts? Curves { get; init; }

    /// <summary>Feature importance; null when it was switched off or the model cannot be called.</summary>
    public ImportanceFacts? Importance { get; init; }

    /// <summary>What each column adds to the candidate's output (SHAP); null where neither the policy nor a condition asks for it, or the
    /// model cannot be called.</summary>
    public AttributionFacts? Attribution { get; init; }

    /// <summary>Single rows of the measured data with what their columns add; null where the policy lets no row into the report, and in
    /// results of versions that did not tell it.</summary>
    public RowFacts? Rows { get; init; }

    /// <summary>How well columns tell the groups of each sensitive column; empty where neither the policy nor a condition asks for
    /// it, and in results of versions that did not tell it.</summary>
    public IReadOnlyList<ProxyFacts> Proxies { get; init => field = value ?? []; } = [];

    /// <summary>How far rows are from those that the baseline was trained on; null where that is not known, and where this run trained
    /// both models on the same rows.</summary>
    public DriftFacts? Drift { get; init; }

    /// <summary>Where the candidate errs; null where neither the policy nor a condition asks for it, or there are no predictions.</summary>
    public ErrorAnalysisFacts? ErrorAnalysis { get; init; }

    /// <summary>How the candidate's output moves with the columns that add most; null where the policy does not explain by SHAP.</summary>
    public DependenceFacts? Dependence { get; init; }

    /// <summary>A small tree that says about what the candidate says; null where neither the policy nor a condition asks for it, or
    /// there is none.</summary>
    public SurrogateFacts? Surrogate { get; init; }

    /// <summary>What would have to be otherwise for the decision to flip; null where the policy does not explain by SHAP, and of other
    /// tasks than two classes.</summary>
    public CounterfactualFacts? Counterfactuals { get; init; }

    /// <summary>The candidate itself, for readers who change values; null where the policy does not let it into the report, or it is
    /// neither made of trees nor linear.</summary>
    public WhatIfFacts? WhatIf { get; init; }

    /// <summary>The data.</summary>
    public required DataFacts Data { get; init; }

    /// <summary>The candidate.</summary>
    public required ModelFacts Model { get; init; }

    /// <summary>The baseline; null when the policy has none.</summary>
    public ModelFacts? Baseline { get; init; }

    /// <summary>Waivers of the policy and whether each was used.</summary>
    public IReadOnlyList<WaiverFacts> Waivers { get; init; } = [];

    /// <summary>The policy that is to take the place of the one that judged; null where the run was given none.</summary>
    public PolicyChangeFacts? PolicyChange { get; init; }

    /// <summary>Things that a reader should know and that decide nothing (an all-missing column that was dropped, groups below the
    /// floor).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the verdict is bound to.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>How often the same test rows have judged; null where no history was handed to the run.</summary>
    public HistoryFacts? History { get; init; }

    /// <summary>Time and host: the only part that differs between two runs of the same inputs. Null in reproducible output.</summary>
    public RunFacts? Run { get; init; }
}

/// <summary>The finding that decided the verdict: the first of the gravest in the policy's order.</summary>
/// <param name="Condition">Its id.</param>
/// <param name="Sentence">What was found, in one plain sentence.</param>
/// <param name="Line">Its line in the policy.</param>
/// <param name="Others">How many other findings are as grave.</param>
public sealed record DecidingFact(string Condition, string Sentence, int Line, int Others)
{
    /// <summary>The file that the line is of, where that is a policy that this one extends; null for the policy itself.</summary>
    public string? File { get; init; }
}

/// <summary>How many findings have each verdict.</summary>
/// <param name="Pass">Passed.</param>
/// <param name="Warn">Warned.</param>
/// <param name="Fail">Failed.</param>
/// <param name="Inconclusive">Undecided.</param>
/// <param name="Inform">Only reported.</param>
public sealed record VerdictCounts(int Pass, int Warn, int Fail, int Inconclusive, int Inform)
{
    /// <summary>How many of those that passed did so by policy, not by evidence: they were undefined or inconclusive, and the policy says
    /// that such a condition passes.</summary>
    public int PassedByPolicy { get; init; }
}

/// <summary>The policy that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path as given, with forward slashes.</param>
/// <param name="Task"><c>binary_classification</c>, <c>multiclass_classification</c> or <c>regression</c>.</param>
/// <param name="Confidence">Its default confidence.</param>
/// <param name="Title">The report's title.</param>
/// <param name="Overrides">Keys that the command line replaced, as <c>key=value</c>.</param>
public sealed record PolicyFacts(string Name, string Path, string Task, double Confidence, string Title, IReadOnlyList<string> Overrides)
{
    /// <summary>Its text as it stands in the file, without what the command line replaced; null in results of versions that did not tell
    /// it.</summary>
    public string? Text { get; init; }

    /// <summary>The commit that it was read from; null where it was a file.</summary>
    public string? Commit { get; init; }

    /// <summary>The policies that it extends, directly and through others; empty in results of versions that knew none.</summary>
    public IReadOnlyList<ExtendedPolicyFact> Extended { get; init => field = value ?? []; } = [];
}

/// <summary>A policy that the one that was run extends.</summary>
/// <param name="Path">Its path, relative to where the run was started; out of a commit as git writes it, <c>COMMIT:path</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record ExtendedPolicyFact(string Path, string Text);
