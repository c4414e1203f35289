namespace Gate.Metrics.Cells;

/// <summary>
/// A weighted confusion matrix: the weight of the rows of each label (down) and prediction (across). Of binary tasks, class 1 is positive.
/// Of many classes only the sums that metrics read are kept: a matrix of a thousand classes has a million cells, most of them empty.
/// </summary>
/// <param name="cells"><see cref="Size"/> numbers, filled by <see cref="Add"/>; those of two samples may be added up one by one.</param>
/// <param name="classes">The number of classes.</param>
internal readonly ref struct Confusion(ReadOnlySpan<double> cells, int classes)
{
    /// <summary>Up to so many classes every cell is kept; beyond it, of each class the weight of rows predicted right, of its rows
    /// predicted as another, and of rows of another predicted as it, and then three sums over all cells off the diagonal.</summary>
    public const int MostWhole = 20;

    private const int SumsOfClass = 3;

    private readonly ReadOnlySpan<double> cells = cells;

    public int Classes { get; } = classes;

    /// <summary>How many numbers hold the matrix.</summary>
    public static int Size(int classes) => classes <= MostWhole ? classes * classes : SumsOfClass * classes + 3;

    /// <summary>Adds the weight of rows.</summary>
    /// <param name="cells">The numbers of the matrix.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="label">Their label.</param>
    /// <param name="prediction">Their prediction.</param>
    /// <param name="weight">Their weight.</param>
    public static void Add(Span<double> cells, int classes, int label, int prediction, double weight)
    {
        if (classes <= MostWhole)
        {
            cells[label * classes + prediction] += weight;
        }
        else if (label == prediction)
        {
            cells[label] += weight;
        }
        else
        {
            double distance = Math.Abs(label - prediction);
            Span<double> sums = cells[(SumsOfClass * classes)..];
            cells[classes + label] += weight;
            cells[2 * classes + prediction] += weight;
            sums[0] += weight;
            sums[1] += weight * distance;
            sums[2] += weight * distance * distance;
        }
    }

    public double TrueNegatives => cells[0];

    public double FalsePositives => cells[1];

    public double FalseNegatives => cells[2];

    public double TruePositives => cells[3];

    public double Total
    {
        get
        {
            if (!IsWhole) return Correct + Wrong;
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
            for (int k = 0; k < Classes; k++) sum += Hit(k);
            return sum;
        }
    }

    /// <summary>The sum off the diagonal; not total minus correct, which would leave rounding crumbs.</summary>
    public double Wrong
    {
        get
        {
            if (!IsWhole) return cells[SumsOfClass * Classes];
            double sum = 0;
            for (int k = 0; k < Classes; k++)
                for (int j = 0; j < Classes; j++)
                    if (j != k) sum += cells[k * Classes + j];
            return sum;
        }
    }

    /// <summary>The weight of rows of class <paramref name="k"/> that are predicted as it.</summary>
    public double Hit(int k) => cells[IsWhole ? k * Classes + k : k];

    /// <summary>The weight of rows whose label is <paramref name="k"/>.</summary>
    public double Labelled(int k)
    {
        if (!IsWhole) return cells[k] + cells[Classes + k];
        double sum = 0;
        for (int j = 0; j < Classes; j++) sum += cells[k * Classes + j];
        return sum;
    }

    /// <summary>The weight of rows predicted as <paramref name="k"/>.</summary>
    public double Predicted(int k)
    {
        if (!IsWhole) return cells[k] + cells[2 * Classes + k];
        double sum = 0;
        for (int j = 0; j < Classes; j++) sum += cells[j * Classes + k];
        return sum;
    }

    /// <summary>The sum of weight × distance between the codes of label and prediction, or of its square.</summary>
    public double Distances(bool squared)
    {
        if (!IsWhole) return cells[SumsOfClass * Classes + (squared ? 2 : 1)];
        double sum = 0;
        for (int k = 0; k < Classes; k++)
            for (int j = 0; j < Classes; j++) sum += (squared ? (double)(k - j) * (k - j) : Math.Abs(k - j)) * cells[k * Classes + j];
        return sum;
    }

    /// <summary>The matrix of one class against all others.</summary>
    /// <param name="code">The class, which becomes class 1.</param>
    /// <param name="room">Four numbers.</param>
    public Confusion Against(int code, Span<double> room)
    {
        room.Clear();
        if (IsWhole)
        {
            for (int label = 0; label < Classes; label++)
                for (int prediction = 0; prediction < Classes; prediction++)
                    room[(label == code ? 2 : 0) + (prediction == code ? 1 : 0)] += cells[label * Classes + prediction];
            return new Confusion(room, 2);
        }
        (room[3], room[2], room[1]) = (cells[code], cells[Classes + code], cells[2 * Classes + code]);
        // What is left is a difference: less than rounding can leave of the whole is nothing.
        double total = Total, rest = total - room[3] - room[2] - room[1];
        room[0] = rest > Crumbs * total ? rest : 0;
        return new Confusion(room, 2);
    }

    private const double Crumbs = 1e-12;

    private bool IsWhole => Classes <= MostWhole;
}
