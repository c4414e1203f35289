namespace Gate.Metrics.Cells;

/// <summary>A weighted confusion matrix: the weight of the rows of each label (down) and prediction (across). Of binary tasks, class 1 is
/// positive.</summary>
internal readonly ref struct Confusion(ReadOnlySpan<double> cells, int classes)
{
    private readonly ReadOnlySpan<double> cells = cells;

    public int Classes { get; } = classes;

    public double this[int label, int prediction] => cells[label * Classes + prediction];

    public double TrueNegatives => cells[0];

    public double FalsePositives => cells[1];

    public double FalseNegatives => cells[2];

    public double TruePositives => cells[3];

    public double Total
    {
        get
        {
            double sum = 0;
            foreach (double cell in cells) sum += cell;
            return sum;
        }
    }

    public double Correct
    {
        get
        {
            double sum = 0;
            for (int k = 0; k < Classes; k++) sum += this[k, k];
            return sum;
        }
    }

    /// <summary>The sum off the diagonal; not total minus correct, which would leave rounding crumbs.</summary>
    public double Wrong
    {
        get
        {
            double sum = 0;
            for (int k = 0; k < Classes; k++)
                for (int j = 0; j < Classes; j++)
                    if (j != k) sum += this[k, j];
            return sum;
        }
    }

    /// <summary>The weight of rows whose label is <paramref name="k"/>.</summary>
    public double Labelled(int k)
    {
        double sum = 0;
        for (int j = 0; j < Classes; j++) sum += this[k, j];
        return sum;
    }

    /// <summary>The weight of rows predicted as <paramref name="k"/>.</summary>
    public double Predicted(int k)
    {
        double sum = 0;
        for (int j = 0; j < Classes; j++) sum += this[j, k];
        return sum;
    }
}
