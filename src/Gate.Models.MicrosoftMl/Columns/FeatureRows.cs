using Microsoft.ML.Data;

namespace Gate.Models.MicrosoftMl.Columns;

/// <summary>The vectors of the training rows, made of columns when they are asked for.</summary>
internal sealed class FeatureRows
{
    private readonly SlotLayout layout;
    private readonly double[][] columns;
    // The first slot of each column that has one.
    private readonly (int Input, int Slot)[] firsts;
    private readonly int written;

    /// <param name="layout">What a vector holds.</param>
    /// <param name="columns">The values of each column: numbers, levels, not a number where missing.</param>
    public FeatureRows(SlotLayout layout, double[][] columns)
    {
        (this.layout, this.columns) = (layout, columns);
        firsts = [.. layout.Slots.Select((slot, i) => (slot.Input, i)).DistinctBy(place => place.Input)];
        // Of a category one slot is not 0.
        written = layout.Slots.Count(slot => slot.Kind != SlotKind.Level) + (layout.Ranges.Length / 2);
    }

    /// <summary>The number of slots.</summary>
    public int Size => layout.Slots.Length;

    /// <summary>The slots of categories.</summary>
    public int[] Ranges => layout.Ranges;

    /// <summary>Writes one row; slots of other levels are left out.</summary>
    public void Write(int row, ref VBuffer<float> vector)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, Size, written);
        int count = 0;
        foreach ((int input, int first) in firsts)
        {
            double value = columns[input][row];
            if (layout.Inputs[input].Kind == InputKind.Category)
            {
                int level = double.IsNaN(value) ? layout.Inputs[input].Categories.Count : (int)value;
                if (layout.Ranks is { } ranks) Put(editor, count++, first, ranks[input][level]);
                else Put(editor, count++, first + level, 1);
                continue;
            }
            for (int slot = first; slot < Size && layout.Slots[slot].Input == input; slot++)
            {
                float missing = layout.Slots[slot].Kind == SlotKind.MissingIsLow ? SlotLayout.Missing : -SlotLayout.Missing;
                Put(editor, count++, slot, double.IsNaN(value) ? missing : (float)value);
            }
        }
        vector = editor.Commit();
    }

    private void Put(VBufferEditor<float> editor, int place, int slot, float value)
    {
        editor.Values[place] = value;
        // A vector in which everything is written has no list of places.
        if (written < Size) editor.Indices[place] = slot;
    }
}
