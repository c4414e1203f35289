using System.Globalization;
using Gate.Wording;

namespace Gate.Models.Remote.Answers;

/// <summary>Which class a text means.</summary>
internal static class ClassTexts
{
    /// <summary>The code of the class: the same text, the same number (<c>1</c> and <c>1.0</c>), or of booleans the same one in any
    /// spelling; -1 for none.</summary>
    public static int IndexOf(IReadOnlyList<string> classes, string text)
    {
        for (int code = 0; code < classes.Count; code++)
            if (string.Equals(classes[code], text, StringComparison.Ordinal)) return code;
        for (int code = 0; code < classes.Count; code++)
            if (bool.TryParse(classes[code], out bool one) && bool.TryParse(text, out bool other) && one == other) return code;
        if (!TryNumber(text, out double number)) return -1;
        for (int code = 0; code < classes.Count; code++)
            if (TryNumber(classes[code], out double other) && other == number) return code;
        return -1;
    }

    /// <summary>The classes of the scores of an answer, in the order of the scores: those that fields name, else those that the model's
    /// order names; empty where neither does.</summary>
    /// <exception cref="ModelException">One of them is no class of the label or is named twice, or the positive one is missing.</exception>
    public static int[] Codes(RemoteSchema schema)
    {
        IEnumerable<string> names = schema.Fields is [{ Key: "" }] or [] ? schema.ModelClasses : schema.Fields.Select(field => field.Key);
        int[] codes = [.. names.Select(name => IndexOf(schema.Classes, name) is >= 0 and int code ? code : throw new ModelException(
            $"the class '{Shown.Of(name)}' does not occur in the label{NearestName.Hint(name, schema.Classes)}"))];
        if (codes.Distinct().Count() != codes.Length) throw new ModelException("a class is named twice");
        return codes.Length == 0 || schema.Width > 1 || codes.Contains(1) ? codes : throw new ModelException(
            $"no score is that of the positive class, '{Shown.Of(schema.Classes[1])}'");
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
