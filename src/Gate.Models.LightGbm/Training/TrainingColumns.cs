using System.Globalization;
using Gate.Data;
using Gate.Models.Features;

namespace Gate.Models.LightGbm.Training;

/// <summary>The columns of the training rows as LightGBM sees them: numbers, NaN where missing, and the codes of categories.</summary>
internal sealed class TrainingColumns
{
    private TrainingColumns(ModelInput[] inputs, double[][] values) => (Inputs, Values) = (inputs, values);

    /// <summary>What training learned of each column; LightGBM itself leaves those out that tell it nothing.</summary>
    public ModelInput[] Inputs { get; }

    /// <summary>The values of each.</summary>
    public double[][] Values { get; }

    /// <summary>The indices of categories.</summary>
    public IEnumerable<int> Categories => Enumerable.Range(0, Inputs.Length).Where(i => Inputs[i].Kind == InputKind.Category);

    /// <summary>Learns the columns of the training rows.</summary>
    /// <exception cref="ModelException">A value is infinite, or no column is usable.</exception>
    public static TrainingColumns Of(Table table)
    {
        // The order of the levels is their texts': it does not depend on rows that are not trained on.
        ModelInput[] all = [.. FeatureSchema.Learn(table)
            .Select(input => input with { Categories = [.. input.Categories.Order(StringComparer.Ordinal)] })];
        return new(all, [.. all.Select((input, i) => FeatureBinding.Codes(table.Columns[i], input))]);
    }

    /// <summary>The values of some rows.</summary>
    public double[][] Take(int[] rows) => Array.ConvertAll(Values, column => Array.ConvertAll(rows, row => column[row]));

    /// <summary>The names as LightGBM takes them: it writes them into a text, between blanks and as JSON.</summary>
    public string[] SafeNames()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Inputs.Select((input, i) =>
        {
            string name = new([.. input.Name.Select(c => IsSafe(c) ? c : '_')]);
            while (name.Length == 0 || !seen.Add(name)) name += string.Create(CultureInfo.InvariantCulture, $"_{i}");
            return name;
        })];
    }

    private static bool IsSafe(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && !"\"\\,:[]{}=".Contains(c);
}
