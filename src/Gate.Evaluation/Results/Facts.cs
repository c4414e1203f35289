namespace Gate.Evaluation.Results;

/// <summary>Curves of a binary classifier's scores (or histograms of a regressor's values) overall and by group of each single sensitive
/// column.</summary>
/// <param name="Overall">All test rows.</param>
/// <param name="Groups">Groups, by column.</param>
/// <param name="HistogramEdges">The edges of the histograms' bins.</param>
public sealed record CurveFacts(CurveSet Overall, IReadOnlyList<GroupCurves> Groups, IReadOnlyList<double> HistogramEdges);

/// <summary>The curves of one sensitive column's groups.</summary>
/// <param name="By">The column.</param>
/// <param name="Groups">One set a group; groups below the evidence floor are left out.</param>
public sealed record GroupCurves(string By, IReadOnlyList<CurveSet> Groups);

/// <summary>The curves of some rows. Lists are empty where a curve is not defined.</summary>
/// <param name="Label">The group, or <c>all rows</c>.</param>
/// <param name="Count">Rows.</param>
/// <param name="Roc">[false positive rate, true positive rate] points.</param>
/// <param name="PrecisionRecall">[recall, precision] points.</param>
/// <param name="Calibration">[mean score, share of positives, low, high, rows] of each bin.</param>
/// <param name="Histogram">Share of rows by bin.</param>
public sealed record CurveSet(string Label, long Count, IReadOnlyList<double[]> Roc, IReadOnlyList<double[]> PrecisionRecall,
    IReadOnlyList<double[]> Calibration, IReadOnlyList<double> Histogram);

/// <summary>Feature importance.</summary>
/// <param name="Method"><c>permutation</c>.</param>
/// <param name="Metric">The metric whose fall is measured.</param>
/// <param name="Repeats">Repeats of each column.</param>
/// <param name="Rows">Test rows used.</param>
/// <param name="Features">Most important first.</param>
public sealed record ImportanceFacts(string Method, string Metric, int Repeats, long Rows, IReadOnlyList<ImportanceFact> Features);

/// <summary>The importance of one feature, or of a group of them that moves together.</summary>
/// <param name="Feature">The raw column, or the name of the group.</param>
/// <param name="Mean">Mean fall of the metric.</param>
/// <param name="StandardDeviation">Its spread over repeats.</param>
public sealed record ImportanceFact(string Feature, double Mean, double StandardDeviation)
{
    /// <summary>Where the mean over endlessly many shuffles lies, by Student's t; null of one repeat, and in results of versions that did
    /// not tell it.</summary>
    public IntervalFact? Interval { get; init; }

    /// <summary>The columns of a group; empty for a column.</summary>
    public IReadOnlyList<string> Columns { get; init => field = value ?? []; } = [];
}

/// <summary>The data of a run.</summary>
/// <param name="Sources">Paths as the policy writes them, or <c>sql</c>.</param>
/// <param name="Rows">Rows read, after the filter.</param>
/// <param name="TrainRows">Rows learned from; 0 when nothing was trained.</param>
/// <param name="TestRows">Rows measured on.</param>
/// <param name="Split">How rows were split, in words.</param>
/// <param name="Where">The filter, or null.</param>
/// <param name="Label">The label column.</param>
/// <param name="Positive">The positive class; null outside binary classification.</param>
/// <param name="Weight">The weight column, or null.</param>
/// <param name="Columns">The columns.</param>
/// <param name="LabelCounts">Test rows by class; empty for regression.</param>
public sealed record DataFacts(IReadOnlyList<string> Sources, long Rows, long TrainRows, long TestRows, string Split, string? Where,
    string Label, string? Positive, string? Weight, IReadOnlyList<ColumnFacts> Columns, IReadOnlyList<NamedCount> LabelCounts)
{
    /// <summary>How often rows repeat; null in results of versions that did not count it.</summary>
    public RepetitionFacts? Repetition { get; init; }
}

/// <summary>How often rows repeat, compared in features, label and sensitive columns, without keys and row numbers.</summary>
/// <param name="TestRowsRepeated">Test rows that equal an earlier one.</param>
/// <param name="MostEqual">How many test rows are equal to each other at most; 1 where none repeats.</param>
/// <param name="TestRowsInTraining">Test rows that equal a training row; null where nothing is trained on.</param>
/// <param name="ShareByChance">The share of test rows for which that is expected by chance: that of the training rows which have an equal
/// one among the others; null where nothing is trained on.</param>
/// <param name="KeysRepeated">Test rows with the key of an earlier one; null where the policy names no key.</param>
/// <param name="KeysInTraining">Test rows with the key of a training row; null where the policy names no key.</param>
public sealed record RepetitionFacts(long TestRowsRepeated, long MostEqual, long? TestRowsInTraining, double? ShareByChance,
    long? KeysRepeated, long? KeysInTraining);

/// <summary>One column of the data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>boolean</c>, <c>integer</c>, <c>real</c>, <c>text</c>, <c>date</c> or <c>timestamp</c>.</param>
/// <param name="Role"><c>label</c>, <c>feature</c>, <c>sensitive</c>, <c>weight</c>, <c>split</c>, <c>prediction</c>, <c>score</c>,
/// <c>key</c> or <c>unused</c>.</param>
/// <param name="Missing">Missing values.</param>
/// <param name="Distinct">Distinct values of a text column; null for numbers.</param>
public sealed record ColumnFacts(string Name, string Type, string Role, long Missing, long? Distinct);

/// <summary>A name with a count.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">The count.</param>
public sealed record NamedCount(string Name, long Count);

/// <summary>A model of a run.</summary>
/// <param name="Kind"><c>decision_tree</c>, <c>predictions</c>, …</param>
/// <param name="Source"><c>trained in this run</c>, or the file.</param>
/// <param name="Threshold">The decision threshold; null outside binary classification or when predictions were given.</param>
/// <param name="Parameters">Its parameters, name to text.</param>
/// <param name="Facts">What a person wants to know of it, name to text.</param>
/// <param name="Features">The columns that it reads.</param>
public sealed record ModelFacts(string Kind, string Source, double? Threshold, IReadOnlyList<NamedText> Parameters,
    IReadOnlyList<NamedText> Facts, IReadOnlyList<string> Features)
{
    /// <summary>The search that found it; null where the policy names learner and parameters.</summary>
    public SearchFacts? Search { get; init; }
}

/// <summary>A name with a text.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The text.</param>
public sealed record NamedText(string Name, string Text);

/// <summary>A waiver of the policy.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Issue">Where it is tracked.</param>
/// <param name="Expires">The last day on which it holds, ISO 8601.</param>
/// <param name="State"><c>used</c>, <c>not needed</c> or <c>expired</c>.</param>
public sealed record WaiverFacts(string Condition, string Owner, string Reason, string? Issue, string Expires, string State);

/// <summary>What the verdict is bound to.</summary>
/// <param name="Gate">The version of Gate.</param>
/// <param name="Digests">SHA-256 digests: the policy, each data file, the model.</param>
/// <param name="Seed">The policy's seed.</param>
/// <param name="Engines">Versions of engines: DuckDB.</param>
public sealed record Provenance(string Gate, IReadOnlyList<NamedDigest> Digests, string Seed, IReadOnlyList<NamedText> Engines)
{
    /// <summary>What was asked of which rows; null in results of versions that did not tell it.</summary>
    public VerdictIdentity? Identity { get; init; }
}

/// <summary>What was asked of which rows. Two verdicts with one identity are one look at the test rows.</summary>
/// <param name="Sha256">A digest of all that the verdict depends on besides Gate itself: policy, what the command line replaced, files,
/// models, confidences, seed, split and test rows.</param>
/// <param name="TestRows">A digest of the measured rows.</param>
/// <param name="Confidences">The confidences at which conditions were judged, ascending, each once.</param>
/// <param name="Seed">The policy's seed.</param>
/// <param name="Split">How rows were split, in words, with the seed of the split.</param>
public sealed record VerdictIdentity(string Sha256, string TestRows, IReadOnlyList<double> Confidences, string Seed, string Split);

/// <summary>How often the same test rows have judged candidates of this policy, out of results that were handed to the run.</summary>
/// <param name="Results">Earlier results of a policy of this name.</param>
/// <param name="Looks">Different verdicts (by their identity) on the same test rows, this one included.</param>
/// <param name="Candidates">Different candidates among these.</param>
/// <param name="Seeds">Different seeds, among verdicts on the same rows or the same files.</param>
/// <param name="Confidences">Different confidences, among the same.</param>
/// <param name="Splits">Different splits, among the same.</param>
/// <param name="ErrorRate">The chance α of a wrong pass in one look: half of 1 − confidence.</param>
/// <param name="AnyWrongPass">The chance 1 − (1 − α)^looks of at least one wrong pass in as many independent looks.</param>
/// <param name="AtMost">What that chance is at most, whatever the dependence: looks · α, at most 1.</param>
public sealed record HistoryFacts(int Results, int Looks, int Candidates, int Seeds, int Confidences, int Splits, double ErrorRate,
    double AnyWrongPass, double AtMost);

/// <summary>The digest of one input.</summary>
/// <param name="Role"><c>policy</c>, <c>extended policy</c>, <c>proposed policy</c>, <c>data</c>, <c>test</c>, <c>predictions</c>,
/// <c>baseline</c> or <c>model</c>.</param>
/// <param name="Name">The file as the policy writes it; a policy out of a commit as <c>COMMIT:path</c>.</param>
/// <param name="Sha256"><c>sha256:…</c>.</param>
/// <param name="Bytes">The size of the file; null for what is no file: rows of a query, a model trained in this run.</param>
public sealed record NamedDigest(string Role, string Name, string Sha256, long? Bytes);

/// <summary>Time and host of a run.</summary>
/// <param name="Started">When it started, ISO 8601 in UTC.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Host">Where it ran: <c>GitHub Actions</c>, <c>console</c>, …</param>
/// <param name="Platform">Operating system and runtime.</param>
/// <param name="Commit">The commit, when the host tells it.</param>
/// <param name="Link">A link to the run, when the host tells it.</param>
public sealed record RunFacts(string Started, double Seconds, string Host, string Platform, string? Commit, string? Link)
{
    /// <summary>What the candidate costs to run; null when it was not measured.</summary>
    public OperationalFacts? Operational { get; init; }
}
