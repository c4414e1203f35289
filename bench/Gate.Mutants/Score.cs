using System.Globalization;

namespace Gate.Mutants;

/// <summary>What became of the mutants that were tried, as text.</summary>
internal static class Score
{
    private const double Critical = 1.959963984540054;

    /// <summary>Prints each that was not killed, and a line of the score.</summary>
    /// <param name="mutants">All mutants.</param>
    /// <param name="files">The files of results.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(IReadOnlyList<Mutant> mutants, IEnumerable<string> files, TextWriter writer)
    {
        Dictionary<int, Mutant> byId = mutants.ToDictionary(mutant => mutant.Id);
        var fates = new Dictionary<int, string>();
        foreach (string[] line in files.SelectMany(File.ReadLines).Select(line => line.Split('\t')))
            fates[int.Parse(line[1], CultureInfo.InvariantCulture)] = line[0];
        foreach ((int id, string fate) in fates.Where(one => one.Value is "survived" or "uncovered").OrderBy(one => one.Key))
            writer.WriteLine($"{fate} {byId[id].File}:{byId[id].Line}: {byId[id].Kind}: {byId[id].Replacement}");
        int Count(string fate) => fates.Count(one => one.Value == fate);
        int dead = Count("killed") + Count("timeout") + Count("crashed"), tried = dead + Count("survived") + Count("uncovered");
        if (tried == 0) return;
        (double low, double high) = Wilson(dead, tried);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100.0 * dead / tried:0.0} % of {tried} tried among {mutants.Count}"
            + $"{(tried < mutants.Count ? $" (95 % interval {100 * low:0.0} to {100 * high:0.0})" : "")}: {Count("killed")} killed, "
            + $"{Count("timeout")} out of time, {Count("crashed")} crashed, {Count("survived")} survived, "
            + $"{Count("uncovered")} in no test"));
    }

    // Not Gate's own: Gate's own may be what is mutated.
    private static (double Low, double High) Wilson(int hits, int all)
    {
        double share = (double)hits / all, square = Critical * Critical / all;
        double middle = (share + square / 2) / (1 + square);
        double reach = Critical * Math.Sqrt((share * (1 - share) + square / 4) / all) / (1 + square);
        return (middle - reach, middle + reach);
    }
}
