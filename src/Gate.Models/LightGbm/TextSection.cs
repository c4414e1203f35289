using System.Globalization;
using System.Text;
using Gate.Wording;

namespace Gate.Models.LightGbm;

/// <summary>Lines <c>key=value</c>: the head of the file, or one of its trees.</summary>
/// <param name="name">What it is, for messages.</param>
internal sealed class TextSection(string name)
{
    private readonly Dictionary<string, (byte[] Value, int Line)> values = new(StringComparer.Ordinal);

    /// <summary>Takes a line; one without a value is a flag.</summary>
    public void Add(ReadOnlySpan<byte> line, int number)
    {
        int equals = line.IndexOf((byte)'=');
        string key = Encoding.UTF8.GetString(equals < 0 ? line : line[..equals]).Trim();
        if (!values.TryAdd(key, (equals < 0 ? [] : line[(equals + 1)..].ToArray(), number)))
            throw new ModelException($"line {number} gives '{Shown.Of(key)}' of {name} a second time");
    }

    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>A text, without blanks around it; null where it is not given.</summary>
    public string? Text(string key) => values.TryGetValue(key, out var found) ? Encoding.UTF8.GetString(found.Value).Trim() : null;

    /// <summary>Texts between blanks.</summary>
    public string[] Texts(string key) => Text(key)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A whole number that must be given.</summary>
    public int Whole(string key, int min, int max)
    {
        int value = Required(key, Wholes(key), 1)[0];
        return value >= min && value <= max ? value : throw Fault(key, $"{value}, which is not from {min} to {max}");
    }

    /// <summary>Whole numbers between blanks, as many as there should be.</summary>
    public int[] Wholes(string key, int count) => Required(key, Wholes(key), count);

    /// <summary>Numbers to compare with. LightGBM writes <c>inf</c> to part what is missing from all numbers, as the largest number does
    /// too.</summary>
    public double[] Thresholds(string key, int count) => Required(key, Values(key, (ReadOnlySpan<byte> text, out double value) =>
    {
        value = double.MaxValue;
        return text.SequenceEqual("inf"u8) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }), count);

    /// <summary>Numbers between blanks, as many as there should be.</summary>
    public double[] Numbers(string key, int count) => Required(key, Numbers(key), count);

    /// <summary>Numbers that may be left out, or be fewer where an old version wrote them otherwise; null then.</summary>
    public double[]? NumbersIfGiven(string key, int count) => Has(key) && Numbers(key) is { } given && given.Length == count ? given : null;

    /// <summary>The words of a bit set.</summary>
    public uint[] Words(string key, int count) => Required(key, Values(key, (ReadOnlySpan<byte> text, out uint value) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)), count);

    private int[] Wholes(string key) => Values(key, (ReadOnlySpan<byte> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    private double[] Numbers(string key) => Values(key, (ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));

    private delegate bool Parser<T>(ReadOnlySpan<byte> text, out T value);

    private T[] Values<T>(string key, Parser<T> parse)
    {
        if (!values.TryGetValue(key, out var found)) return [];
        var read = new List<T>();
        ReadOnlySpan<byte> text = found.Value;
        foreach (Range part in System.MemoryExtensions.Split(text, (byte)' '))
        {
            if (text[part].IsEmpty) continue;
            read.Add(parse(text[part], out T value) ? value
                : throw Fault(key, $"'{Shown.Of(Encoding.UTF8.GetString(text[part]))}', which is no number that can stand there"));
        }
        return [.. read];
    }

    private T[] Required<T>(string key, T[] given, int count)
    {
        if (!Has(key) && count > 0) throw new ModelException($"{name} has no '{key}'; the file is cut off, or no LightGBM model");
        return given.Length == count ? given : throw Fault(key, $"{given.Length} numbers, where {count} belong");
    }

    private ModelException Fault(string key, string found) =>
        new($"line {values[key].Line}: '{key}' of {name} has {found}");
}
