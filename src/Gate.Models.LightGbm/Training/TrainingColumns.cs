using System.Globalization;
using Gate.Data;
using Gate.Models.Features;

namespace Gate.Models.LightGbm.Training;

/// <summary>The columns of the training rows as LightGBM sees them: numbers, NaN where missing, and the codes of categories.</summary>
internal sealed class TrainingColumns
{
    private TrainingColumns(ModelInput[] inputs, double[][] values) => (Inputs, Values) = (inputs, values);

    /// <summary>What training learned of each column that is used.</summary>
    public ModelInput[] Inputs { get; }

    /// <summary>The values of each.</summary>
    public double[][] Values { get; }

    /// <summary>The columns that tell a model nothing, with the reasons; null where there is none.</summary>
    public string? Dropped { get; private init; }

    /// <summary>The indices of categories.</summary>
    public IEnumerable<int> Categories => Enumerable.Range(0, Inputs.Length).Where(i => Inputs[i].Kind == InputKind.Category);

    /// <summary>Learns the columns of the training rows.</summary>
    /// <exception cref="ModelException">A value is infinite, or no column is usable.</exception>
    public static TrainingColumns Of(Table table)
    {
        // The order of the levels is their texts': it does not depend on rows that are not trained on.
        ModelInput[] all = [.. FeatureSchema.Learn(table)
            .Select(input => input with { Categories = [.. input.Categories.Order(StringComparer.Ordinal)] })];
        int[] used = [.. Enumerable.Range(0, all.Length).Where(i => all[i].Dropped is null)];
        return new([.. used.Select(i => all[i])], [.. used.Select(i => Read(table.Columns[i], all[i]))])
        {
            Dropped = FeatureSchema.DroppedText(all),
        };
    }

    /// <summary>The values of some rows.</summary>
    public double[][] Take(int[] rows) => Array.ConvertAll(Values, column => Array.ConvertAll(rows, row => column[row]));

    /// <summary>The names as LightGBM takes them: it writes them into a text, between blanks and as JSON.</summary>
    public string[] SafeNames()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Inputs.Select((input, i) =>
        {
            string name = new([.. input.Name.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) || "\"\\,:[]{}=".Contains(c) ? '_' : c)]);
            while (name.Length == 0 || !seen.Add(name)) name += string.Create(CultureInfo.InvariantCulture, $"_{i}");
            return name;
        })];
    }

    private static double[] Read(Column column, ModelInput input)
    {
        FeatureValues values = FeatureBinding.Bind(column, input);
        // A missing level is a number beyond all others to the schema, and missing to LightGBM.
        return values.Numbers ?? Array.ConvertAll(values.Levels!, level => level == input.Categories.Count ? double.NaN : level);
    }
}
