namespace Gate.Models.MicrosoftMl.Columns;

/// <summary>
/// From columns to the vector of features that Microsoft.ML trains on, and back. It leaves rows with a missing number out, so that missing
/// numbers get a place at the end of the scale: at both ends (two slots), where a tree is to learn at each split to which side they go
/// (Twala, Jones and Hand 2008, missingness incorporated in attributes).
/// </summary>
internal sealed class SlotLayout
{
    /// <summary>Stands for a missing number below all others; and, turned round, above. Half-way between it and any number that is taken
    /// lies no number that is taken.</summary>
    public const float Missing = float.MinValue;

    /// <summary>Numbers up to this size are taken.</summary>
    public const double Largest = 1e38;

    private SlotLayout(ModelInput[] inputs, Slot[] slots, int[] ranges, int[][]? ranks) =>
        (Inputs, Slots, Ranges, Ranks) = (inputs, slots, ranges, ranks);

    /// <summary>The columns.</summary>
    public ModelInput[] Inputs { get; }

    /// <summary>The numbers of the vector.</summary>
    public Slot[] Slots { get; }

    /// <summary>The first and the last slot of each category, one after the other.</summary>
    public int[] Ranges { get; }

    /// <summary>The rank of each level of each category; null where each level has a slot.</summary>
    public int[][]? Ranks { get; }

    /// <summary>The slots of trees. Columns that tell nothing are left out.</summary>
    /// <param name="inputs">The columns.</param>
    public static SlotLayout OfTrees(ModelInput[] inputs) => Of(inputs, null);

    /// <summary>The slots of an additive model: one a column, whose steps tell any two values apart.</summary>
    /// <param name="inputs">The columns.</param>
    /// <param name="ranks">The rank of each level of each category, the one of missing ones last; nothing for numbers.</param>
    public static SlotLayout OfFunctions(ModelInput[] inputs, int[][] ranks) => Of(inputs, ranks);

    private static SlotLayout Of(ModelInput[] inputs, int[][]? ranks)
    {
        var slots = new List<Slot>();
        var ranges = new List<int>();
        for (int i = 0; i < inputs.Length; i++)
        {
            ModelInput input = inputs[i];
            if (input.Dropped is not null) continue;
            if (input.Kind == InputKind.Category && ranks is not null) slots.Add(new(i, SlotKind.Rank));
            else if (input.Kind == InputKind.Category)
            {
                ranges.AddRange([slots.Count, slots.Count + input.Levels - 1]);
                slots.AddRange(Enumerable.Range(0, input.Levels).Select(level => new Slot(i, SlotKind.Level, level)));
            }
            else if (!input.HasMissing) slots.Add(new(i, SlotKind.Number));
            else
            {
                slots.Add(new(i, SlotKind.MissingIsLow));
                if (ranks is null) slots.Add(new(i, SlotKind.MissingIsHigh));
            }
        }
        return new(inputs, [.. slots], [.. ranges], ranks);
    }
}
