using Gate.Data;
using Gate.Models.Features;
using Gate.Wording;

namespace Gate.Models.Ensembles;

/// <summary>One feature of a model and the column that feeds it.</summary>
/// <param name="Feature">What the model says of it.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Levels">The texts of its codes; null where the column holds numbers.</param>
/// <param name="IsCategory">Whether the model takes it for a category.</param>
internal sealed record BoundInput(ForeignFeature Feature, string Column, IReadOnlyList<string>? Levels, bool IsCategory)
{
    /// <summary>A code that no set has.</summary>
    private const double NoCode = -1;

    /// <summary>The code of a text that is none of <see cref="Levels"/>; null for what is usual.</summary>
    public double? Unknown { get; init; }

    /// <summary>The code of a missing text.</summary>
    public double Missing { get; init; } = double.NaN;

    /// <summary>Of a category that comes as numbers: those that are not whole after this rule are no level. Null where their whole part
    /// is.</summary>
    public InputRule? OnlyWhole { get; init; }

    /// <summary>What training learned of the column, where the model was trained here and did not come in a file.</summary>
    public ModelInput? Trained { get; init; }

    /// <summary>The column as explainers see it.</summary>
    public ModelInput Input => Trained ?? Foreign;

    private ModelInput Foreign { get; } = Levels is null
        ? new(Column, InputKind.Number, [], false, null, Feature.Min, Feature.Max)
        : new(Column, InputKind.Category, Levels, false, null);

    /// <summary>The values that the model compares, NaN where missing.</summary>
    /// <exception cref="ModelException">The column is absent, of another kind than the model needs, or infinite.</exception>
    public double[] Read(Table table)
    {
        if (Trained is not null) return FeatureBinding.Codes(table, Trained);
        if (!table.TryGet(Column, out Column? column))
            throw new ModelException($"the model reads the feature '{Column}', which the data does not have"
                + NearestName.Hint(Column, table.Names));
        return Read(column);
    }

    /// <summary>The same of a column that takes the place of the one of its name.</summary>
    public double[] Read(Column column)
    {
        if (Trained is not null) return FeatureBinding.Codes(column, Trained);
        bool isNumber = column is NumericColumn || column.MissingCount == column.Count;
        if (Levels is null)
            return isNumber ? Whole(FeatureBinding.Numbers(column))
                : throw new ModelException($"column '{Column}' is text, but the model was "
                + $"trained on {(IsCategory ? "the codes of a category" : "numbers")} there and does not carry their texts; name them in "
                + $"the order of their codes: 'levels: {{ {Column}: [first, second] }}'");
        // Numbers without a level of that text are no level either: the model has never seen them.
        return Codes(column.ToCategories());
    }

    private double[] Codes(CategoryColumn column)
    {
        // To a number there is no nearer thing to 'never seen' than 'missing'.
        double unknown = Unknown ?? (IsCategory ? NoCode : double.NaN);
        var code = new Dictionary<string, double>(Levels!.Count, StringComparer.Ordinal);
        for (int i = 0; i < Levels.Count; i++) code[Levels[i]] = i;
        double[] byCategory = Array.ConvertAll(column.Categories, text => code.GetValueOrDefault(text, unknown));
        return Array.ConvertAll(column.Codes, own => own < 0 ? Missing : byCategory[own]);
    }

    private double[] Whole(double[] numbers)
    {
        if (OnlyWhole is not { } rule) return numbers;
        return Array.ConvertAll(numbers, number => TreeInputs.Number(number, rule) is var compared && compared != Math.Floor(compared)
            && !double.IsNaN(compared) ? NoCode : number);
    }
}
