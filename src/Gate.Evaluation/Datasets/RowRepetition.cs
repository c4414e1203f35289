namespace Gate.Evaluation.Datasets;

/// <summary>Which rows are measured and how often rows repeat, compared in the columns that the run reads (features, label and sensitive
/// columns, without keys and row numbers).</summary>
/// <param name="TestRows">The measured rows.</param>
/// <param name="Repeated">How many of them equal an earlier one.</param>
/// <param name="MostEqual">How many are equal to each other at most; 1 where none repeats.</param>
internal sealed record RowRepetition(long TestRows, long Repeated, int MostEqual)
{
    /// <summary>The share of the rows that would equal another one by chance, were their columns independent of each other: near 1 where
    /// columns of few values cannot tell rows apart; 0 where no row repeats.</summary>
    public double ByChance { get; init; }

    /// <summary>Which rows are measured: <c>sha256:…</c>, the same for the same rows.</summary>
    public required string TestRowsDigest { get; init; }

    /// <summary>What the training rows have of them; null where nothing is learned from.</summary>
    public SharedRows? Shared { get; init; }

    /// <summary>Whether a file is read as training and as test data.</summary>
    public string? SharedFile { get; init; }

    /// <summary>How often keys repeat; null where the policy names none.</summary>
    public KeyRepetition? Keys { get; init; }
}

/// <summary>Measured rows that occur in the training rows.</summary>
/// <param name="TrainRows">The training rows.</param>
/// <param name="Twins">How many of these have an equal one among the training rows.</param>
/// <param name="TestRows">The measured rows.</param>
/// <param name="Found">How many of these have an equal one among the training rows.</param>
internal sealed record SharedRows(long TrainRows, long Twins, long TestRows, long Found)
{
    /// <summary>
    /// The share of measured rows that have an equal one among the training rows by coincidence. A measured row that was drawn like the
    /// training rows finds an equal one among them as often as a training row does among the others.
    /// </summary>
    public double ByChance => TrainRows == 0 ? 0 : (double)Twins / TrainRows;

    /// <summary>How many rows are shared.</summary>
    public double Share => TestRows == 0 ? 0 : (double)Found / TestRows;

    /// <summary>
    /// The share of measured rows that were taken from the training rows, of those that chance does not give; 0 where there are not more
    /// than chance gives, within three standard deviations and three rows. Of k equal rows that a split at random puts on either side, r
    /// measured ones for each training row, those that are found less r times those that are twins have the mean 0 and the variance k r; of
    /// all rows with an equal one, at most the twins and twice those that are found count.
    /// </summary>
    public double Leaked
    {
        get
        {
            if (TrainRows == 0) return 0;
            double variance = (double)TestRows / TrainRows * (Twins + (2 * Found)), excess = Found - (TestRows * ByChance);
            return excess > 3 * Math.Sqrt(Math.Max(1, variance)) ? (Share - ByChance) / (1 - ByChance) : 0;
        }
    }
}

/// <summary>How often keys repeat.</summary>
/// <param name="Columns">The columns that are the key together.</param>
/// <param name="Repeated">Measured rows whose key an earlier one has.</param>
/// <param name="InTraining">Measured rows whose key a training row has.</param>
internal sealed record KeyRepetition(IReadOnlyList<string> Columns, long Repeated, long InTraining);
