using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Sensitive columns of many numbers without bins: each age is a group of its own, and most are too small to be judged.</summary>
internal static class NumberGroupReadings
{
    private const int MostNumbers = 20;

    public static IEnumerable<Misreading> Of(UsedColumns used, Table table) => used.Unbinned
        .Select(name => table.TryGet(name, out Column? column) ? column : null).OfType<NumericColumn>()
        .Select(column => (Column: column, Groups: column.ToCategories().Categories.Length)).Where(pair => pair.Groups > MostNumbers)
        .Select(pair => new Misreading($"'{Shown.Of(pair.Column.Name)}' has {NumberText.Count(pair.Groups)} different numbers, and each is "
            + $"a group of its own: {ProposedBins.Remedy(pair.Column)}.", false));
}
