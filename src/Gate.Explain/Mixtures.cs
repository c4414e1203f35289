using Gate.Data;

namespace Gate.Explain;

/// <summary>A model whose scores of all mixtures of two rows are known without calling it: each column has its value in one of the two.
/// Its second rows are those of a background.</summary>
internal interface IMixer
{
    /// <summary>The codes of the classes that the outputs are of, ascending; of two classes and of a regression there is one
    /// output.</summary>
    IReadOnlyList<int> Codes { get; }

    /// <summary>The number of rows of the background.</summary>
    int BackgroundRows { get; }

    /// <summary>The scores of a row of the background.</summary>
    /// <param name="other">The row.</param>
    /// <param name="scores">Set to one number an output.</param>
    void OfBackground(int other, Span<double> scores);

    /// <summary>Prepares rows that are to be explained.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="parallel">How many threads may work.</param>
    IMixedRows Of(Table rows, ParallelOptions parallel);
}

/// <summary>Rows that are mixed with those of a background. May be asked from several threads.</summary>
internal interface IMixedRows
{
    /// <summary>One row with one of the background.</summary>
    /// <param name="row">The row.</param>
    /// <param name="other">The row of the background.</param>
    IMixture Of(int row, int other);
}

/// <summary>The mixtures of two rows.</summary>
internal interface IMixture
{
    /// <summary>Marks the columns in which the two rows differ, as far as any mixture's score may.</summary>
    /// <param name="differs">One entry a column.</param>
    void Mark(bool[] differs);

    /// <summary>The scores of all mixtures, by the bits of the columns that have the explained row's value: mixtures × outputs.</summary>
    /// <param name="differing">The columns of the bits, ascending; all that are marked are among them.</param>
    double[] Scores(int[] differing);
}
