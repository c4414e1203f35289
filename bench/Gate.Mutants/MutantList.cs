using System.Text.Json;

namespace Gate.Mutants;

/// <summary>A mutant as Stryker's report has it.</summary>
/// <param name="Id">Its number in the mutated assembly.</param>
/// <param name="File">The file, from its project's folder on.</param>
/// <param name="Line">The line.</param>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Replacement);

/// <summary>The mutants that are to be tried.</summary>
internal static class MutantList
{
    // The list is made by a run that leaves all mutants out for want of changes; others are left out for good.
    private const string Kept = "Removed by since filter";

    /// <summary>The mutants of a report, by number.</summary>
    public static IReadOnlyList<Mutant> Read(string report)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(report));
        return [.. document.RootElement.GetProperty("files").EnumerateObject().SelectMany(file => file.Value.GetProperty("mutants")
            .EnumerateArray().Where(mutant => mutant.TryGetProperty("statusReason", out JsonElement why) && why.GetString() == Kept)
            .Select(mutant => Of(file.Name, mutant))).OrderBy(mutant => mutant.Id)];
    }

    private static Mutant Of(string file, JsonElement mutant) => new(
        int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        file.Replace('\\', '/').Split("/src/")[^1],
        mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
        mutant.GetProperty("mutatorName").GetString()!, mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" "));

    /// <summary>So many of them, drawn by a seed, in the order drawn: what is stopped early is a sample too.</summary>
    public static IReadOnlyList<Mutant> Sample(IReadOnlyList<Mutant> mutants, int most)
    {
        Mutant[] drawn = [.. mutants];
        new Random(1).Shuffle(drawn);
        return [.. drawn.Take(most)];
    }
}
