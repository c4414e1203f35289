using Gate.Models.Serialization;

namespace Gate.Models.Calibration;

/// <summary>
/// Probabilities of several classes: each class has a calibration of its own, of that class against all others, and what they say of a row
/// is divided by its sum; where that is 0, the classes share equally. So does scikit-learn's <c>CalibratedClassifierCV</c> (Zadrozny and
/// Elkan 2002, section 4). The order of two rows by one class can change, since the other classes have a part in the sum.
/// </summary>
public sealed record OneAgainstRest : LearnedCalibration
{
    private const int Described = 6;

    private readonly ScoreCalibration[] classes;

    private OneAgainstRest(ScoreCalibration[] classes) => this.classes = classes;

    /// <inheritdoc/>
    public override string Method => classes[0].Method;

    /// <inheritdoc/>
    public override string Description => $"{Method}, one class against the rest ("
        + string.Join("; ", classes.Take(Described).Select(one => one.Description)) + (classes.Length > Described ? "; …" : "")
        + "), divided by their sum";

    /// <summary>The calibration of each class, by its code.</summary>
    public IReadOnlyList<ScoreCalibration> Classes => classes;

    /// <summary>Learns one for each class.</summary>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="scores">Scores of rows by models that had not seen them, row-major, rows × classes.</param>
    /// <param name="labels">The class of each row, by code.</param>
    /// <param name="learn">Learns the calibration of one class from its scores, and whether each row is of that class (1) or not
    /// (0).</param>
    public static OneAgainstRest Fit(int classes, double[] scores, int[] labels, Func<double[], int[], ScoreCalibration> learn)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(learn);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (scores.Length != labels.Length * classes)
            throw new ArgumentException($"{scores.Length} scores are not those of {labels.Length} rows and {classes} classes",
                nameof(scores));
        return new([.. Enumerable.Range(0, classes).Select(code => learn(
            [.. Enumerable.Range(0, labels.Length).Select(row => scores[(row * classes) + code])],
            Array.ConvertAll(labels, label => label == code ? 1 : 0)))]);
    }

    /// <inheritdoc/>
    public override double[] Apply(double[] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var said = new double[scores.Length];
        for (int at = 0; at < said.Length; at += classes.Length)
        {
            double sum = 0;
            for (int code = 0; code < classes.Length; code++) sum += said[at + code] = classes[code].Apply(scores[at + code]);
            for (int code = 0; code < classes.Length; code++) said[at + code] = sum == 0 ? 1.0 / classes.Length : said[at + code] / sum;
        }
        return said;
    }

    internal override void WriteTo(CanonicalBytes bytes)
    {
        bytes.Text("one_against_rest").Number(classes.Length);
        foreach (ScoreCalibration one in classes) one.WriteTo(bytes);
    }

    /// <summary>Equality of the values, which a record's own does not see in arrays.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(OneAgainstRest? other) => other is not null && classes.SequenceEqual(other.classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(classes.Length, classes[0]);
}
