namespace Gate.Models.Ensembles;

/// <summary>Brings columns into rows: each row's lanes side by side, so that walking a row touches few lines of the cache.</summary>
internal static class LaneBuffer
{
    /// <summary>The number of the bit that no set has.</summary>
    private const double NoLevel = int.MaxValue;

    /// <summary>Fills the lanes of some rows.</summary>
    /// <param name="layout">What the rows hold.</param>
    /// <param name="inputs">What is done to values first.</param>
    /// <param name="columns">The values of each feature, not a number where missing; null where no lane reads it.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="buffer">Rows × stride.</param>
    public static void Fill(WalkLayout layout, InputRule inputs, IReadOnlyList<double[]?> columns, int first, int rows, double[] buffer)
    {
        for (int i = 0; i < layout.Lanes.Length; i++)
        {
            Lane lane = layout.Lanes[i];
            ReadOnlySpan<double> column = columns[lane.Feature].AsSpan(first, rows);
            for (int row = 0, at = i; row < column.Length; row++, at += layout.Stride)
            {
                double value = lane.Kind == LaneKind.Level ? column[row] : TreeInputs.Number(column[row], inputs);
                value = lane.Kind switch
                {
                    LaneKind.AsZero when double.IsNaN(value) => 0,
                    LaneKind.ZeroToo when value == 0 => double.NaN,
                    LaneKind.Level => Bit(value, inputs),
                    _ => value,
                };
                buffer[at] = lane.Turned ? -value : value;
            }
        }
    }

    private static double Bit(double code, InputRule inputs)
    {
        if (double.IsNaN(code)) return 0;
        int level = TreeInputs.Level(code, inputs);
        return level == TreeInputs.NoLevel ? NoLevel : level + 1;
    }
}
