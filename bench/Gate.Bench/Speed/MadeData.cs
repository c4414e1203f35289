using Gate.Data;
using Gate.Metrics;

namespace Gate.Bench.Speed;

/// <summary>Made-up rows of a binary classifier with two sensitive columns: 2 sexes × 5 races, 10 intersections. The same seed gives the
/// same rows.</summary>
internal sealed record MadeData(Sample Sample, CategoryColumn Sex, CategoryColumn Race)
{
    private static readonly string[] Sexes = ["Female", "Male"];
    private static readonly string[] Races = ["Amer-Indian-Eskimo", "Asian-Pac-Islander", "Black", "Other", "White"];

    /// <summary>What the classifier says of the rows.</summary>
    public ClassOutput Output => (ClassOutput)Sample.Output!;

    /// <summary>Makes the rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="scored">With scores (53 bits each, hardly any two the same) and weights.</param>
    public static MadeData Of(int rows, int seed = 1, bool scored = false)
    {
        var random = new Random(seed);
        int[] sex = new int[rows], race = new int[rows], labels = new int[rows], predictions = new int[rows];
        double[]? scores = scored ? new double[rows] : null, weights = scored ? new double[rows] : null;
        for (int i = 0; i < rows; i++)
        {
            sex[i] = random.NextDouble() < 0.67 ? 1 : 0;
            double u = random.NextDouble();
            race[i] = u < 0.1 ? 0 : u < 0.25 ? 1 : u < 0.45 ? 2 : u < 0.55 ? 3 : 4;
            labels[i] = random.NextDouble() < 0.2 + 0.1 * sex[i] ? 1 : 0;
            double score = 0.7 * random.NextDouble() + 0.3 * labels[i] * random.NextDouble();
            predictions[i] = score > 0.45 ? 1 : 0;
            if (!scored) continue;
            scores![i] = score;
            weights![i] = 0.5 + random.NextDouble();
        }
        var sample = new Sample(Truth.OfClasses(TaskType.BinaryClassification, ["0", "1"], labels, weights),
            new ClassOutput(predictions, scores));
        return new MadeData(sample, new CategoryColumn("sex", sex, Sexes), new CategoryColumn("race", race, Races));
    }
}
