using System.Text;
using Gate.Data.Parsing;

namespace Gate.Data.Building;

/// <summary>
/// Remembers whether a column of numbers could be one of <see cref="PointedThousands"/>. A writer that drops zeros at the end also writes
/// one of ten such numbers with two decimals, and one that keeps them writes no whole numbers.
/// </summary>
internal sealed class PointedNumbers
{
    /// <summary>Of so many numbers with three decimals, one would end with a zero in two columns of three.</summary>
    private const int FewestPointed = 10;

    private long pointed, plain;
    private double largestPointed, largestPlain;
    private string? example;
    private bool isOther;

    /// <summary>Takes a field down that is a number.</summary>
    public void Add(ReadOnlySpan<byte> field, NumberKind kind, double value)
    {
        if (isOther) return;
        double size = Math.Abs(value);
        if (kind == NumberKind.Integer && size < 1000)
        {
            if (size == 0) return;
            plain++;
            largestPlain = Math.Max(largestPlain, size);
        }
        else if (kind == NumberKind.Real && HasThreeDigits(WrittenNumber.Trim(field)))
        {
            pointed++;
            largestPointed = Math.Max(largestPointed, size);
            example ??= Encoding.UTF8.GetString(WrittenNumber.Trim(field));
        }
        else isOther = true;
    }

    /// <summary>What the column is; null where it is another.</summary>
    public PointedThousands? Finish() => isOther || plain == 0 || pointed < FewestPointed ? null
        : new(pointed, plain, example!, largestPlain > largestPointed);

    /// <summary>One to three digits, of which the first is no 0, a point, and three digits.</summary>
    private static bool HasThreeDigits(ReadOnlySpan<byte> text)
    {
        if (text[0] is (byte)'-' or (byte)'+') text = text[1..];
        int point = text.Length - 4;
        return point is >= 1 and <= 3 && text[point] == '.' && text[0] != '0'
            && text[..point].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && text[(point + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
