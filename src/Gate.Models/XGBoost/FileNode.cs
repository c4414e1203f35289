using System.Globalization;
using Gate.Wording;

namespace Gate.Models.XGBoost;

/// <summary>
/// A value of a file and where it stands. Both formats give the same: maps by name, lists, texts, and numbers (also booleans) as doubles,
/// lists of them as one array.
/// </summary>
/// <param name="Value">A map, a list, a text, a number, an array of numbers, or null.</param>
/// <param name="Path">Where it stands, for messages.</param>
internal readonly record struct FileNode(object? Value, string Path)
{
    /// <summary>An entry that must be there.</summary>
    public FileNode this[string key] => Find(key) ?? throw new ModelException($"'{Below(key)}' is missing");

    /// <summary>An entry, or null.</summary>
    public FileNode? Find(string key) => Value is Dictionary<string, object?> map
        ? map.TryGetValue(key, out object? value) ? new(value, Below(key)) : null
        : throw Fault("a map");

    public string Text() => Value as string ?? throw Fault("a text");

    /// <summary>A number, also one that is written as a text.</summary>
    public double Number() => Value switch
    {
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => throw Fault("a number"),
    };

    public int Whole(int min, int max)
    {
        double number = Number();
        return number >= min && number <= max && number == Math.Floor(number) ? (int)number
            : throw Fault($"a whole number from {min} to {max}");
    }

    /// <summary>The entries of a list.</summary>
    public FileNode[] List()
    {
        string path = Path;
        return Value switch
        {
            List<object?> list => [.. list.Select((item, i) => new FileNode(item, $"{path}[{i}]"))],
            double[] numbers => [.. numbers.Select((item, i) => new FileNode(item, $"{path}[{i}]"))],
            _ => throw Fault("a list"),
        };
    }

    public double[] Numbers() => Value as double[] ?? throw Fault("a list of numbers");

    /// <summary>A list of numbers, as many as there should be.</summary>
    public double[] Numbers(int count)
    {
        double[] numbers = Numbers();
        return numbers.Length == count ? numbers : throw new ModelException($"'{Path}' has {numbers.Length} entries, where {count} belong");
    }

    /// <summary>Whole numbers, as many as there should be.</summary>
    public int[] Wholes(int count) => ToWholes(Numbers(count));

    /// <summary>Whole numbers.</summary>
    public int[] Wholes() => ToWholes(Numbers());

    private int[] ToWholes(double[] numbers)
    {
        var wholes = new int[numbers.Length];
        for (int i = 0; i < wholes.Length; i++)
        {
            wholes[i] = numbers[i] is >= int.MinValue and <= int.MaxValue ? (int)numbers[i] : 0;
            if (wholes[i] != numbers[i]) throw new ModelException($"'{Path}' has an entry that is no whole number");
        }
        return wholes;
    }

    private string Below(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private ModelException Fault(string expected) => new($"'{Shown.Of(Path)}' is not {expected}");
}
