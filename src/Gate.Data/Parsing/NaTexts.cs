using System.Text;

namespace Gate.Data.Parsing;

/// <summary>The fields that stand for a missing value: the blank one and those that the policy lists. Spaces around do not count.</summary>
internal sealed class NaTexts(IEnumerable<string> listed)
{
    private readonly byte[][] texts = [.. listed.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)
        .Select(Encoding.UTF8.GetBytes)];

    internal static NaTexts None { get; } = new([]);

    /// <summary>Whether only the blank field stands for missing.</summary>
    internal bool OnlyBlank => texts.Length == 0;

    internal IEnumerable<string> Listed => texts.Select(Encoding.UTF8.GetString);

    internal bool Contains(ReadOnlySpan<byte> field)
    {
        field = WrittenNumber.Trim(field);
        if (field.IsEmpty) return true;
        foreach (byte[] text in texts)
            if (field.SequenceEqual(text)) return true;
        return false;
    }
}
