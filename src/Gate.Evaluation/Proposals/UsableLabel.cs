using Gate.Data;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>The label as a policy can measure it, and why it cannot.</summary>
internal static class UsableLabel
{
    private const int MostNamed = 12;

    /// <summary>The label; numbers that are not finite count as missing, since no model is right or wrong about them.</summary>
    public static Column Of(Column label)
    {
        if (!HasOthers(label)) return label;
        double[] values = ((NumericColumn)label).Values;
        bool[] missing = [.. values.Select((value, row) => label.IsMissing(row) || !double.IsFinite(value))];
        return new NumericColumn(label.Name, [.. values.Select((value, row) => missing[row] ? double.NaN : value)], label.Type, missing);
    }

    /// <summary>Whether it holds numbers that are not finite, and not merely missing.</summary>
    public static bool HasOthers(Column label) => label is NumericColumn numbers
        && Enumerable.Range(0, label.Count).Any(row => !label.IsMissing(row) && !double.IsFinite(numbers.Values[row]));

    /// <summary>Refuses a label about which nothing can be told.</summary>
    /// <param name="raw">The column as it is in the file.</param>
    /// <param name="table">The table, whose other columns are named.</param>
    /// <param name="wasNamed">Whether the user named it.</param>
    public static void Require(Column raw, Table table, bool wasNamed)
    {
        if (Fault(raw) is not { } fault) return;
        string[] others = [.. table.Names.Where(name => name != raw.Name).Select(Shown.Of)];
        string more = others.Length > MostNamed ? ", …" : "";
        string remedy = others.Length == 0 ? "the data has no other column, so add the one that holds the outcomes"
            : $"name another column with {PolicyProposer.LabelOption} ({string.Join(", ", others.Take(MostNamed))}{more})";
        throw new DataException($"the label '{Shown.Of(raw.Name)}' {fault}; {remedy}")
            { PolicyKey = wasNamed ? PolicyProposer.LabelOption : null };
    }

    private static string? Fault(Column raw)
    {
        Column label = Of(raw);
        CategoryColumn values = label.ToCategories();
        string[] present = [.. values.Codes.Where(code => code >= 0).Distinct().Select(code => values.Categories[code])];
        bool hasOthers = HasOthers(raw);
        return present.Length switch
        {
            0 => hasOthers ? "has no finite number" : "has no value",
            1 => $"has one class only ('{Shown.Of(present[0])}'){LeftOut(label, hasOthers)}",
            _ => null,
        };
    }

    private static string LeftOut(Column label, bool hasOthers) => label.MissingCount == 0 ? ""
        : $" once the rows in which it is {(hasOthers ? "missing or not finite" : "missing")} are left out";
}
