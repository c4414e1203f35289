using System.Globalization;
using System.Text.RegularExpressions;
using Gate.Data;

namespace Gate.Evaluation.Misreadings;

/// <summary>A way of writing numbers and dates that is read as text.</summary>
/// <param name="What">What the values are, in words.</param>
/// <param name="Remedy">What to select instead, in SQL; <c>{0}</c> stands for the column and <c>{1}</c> for the file.</param>
/// <param name="Pattern">What a value looks like; a group <c>unit</c> is the unit.</param>
internal sealed partial record WrittenForm(string What, string Remedy, Regex Pattern)
{
    /// <summary>The share of values that must be written so, for the column to be taken for numbers or dates.</summary>
    private const double Most = 0.9;

    private const int MostUnits = 3, FewestValues = 3, Longest = 40;

    private const string DottedDay = "* FROM read_csv('{1}', dateformat = '%d.%m.%Y')",
        SlashedDay = "* FROM read_csv('{1}', dateformat = '%d/%m/%Y')", DecimalComma = "* FROM read_csv('{1}', decimal_separator = ',')",
        WithoutCommas = "* REPLACE (CAST(replace(replace({0}, ',', ''), ' ', '') AS DOUBLE) AS {0}) FROM '{1}'",
        WithoutPoints = "* REPLACE (CAST(replace(replace({0}, '.', ''), ',', '.') AS DOUBLE) AS {0}) FROM '{1}'",
        WithoutUnit = "* REPLACE (CAST(regexp_extract(replace({0}, ',', '.'), '-?[0-9.]+') AS DOUBLE) AS {0}) FROM '{1}'";

    /// <summary>The forms that are known, the more special first.</summary>
    private static readonly WrittenForm[] all =
    [
        new("dates as day.month.year", DottedDay, Dotted()),
        new("dates with slashes, which are day/month/year in one country and month/day/year in another", SlashedDay, Slashed()),
        new("numbers with separators of thousands", WithoutCommas, Thousands()),
        new("numbers with a decimal comma", DecimalComma, Comma()),
        new("numbers with separators of thousands and a decimal comma", WithoutPoints, DottedThousands()),
        new("numbers with a unit", WithoutUnit, Unit()),
    ];

    /// <summary>The form of most values of a column, with how many have it and the first of them; null where there is none.</summary>
    public static (WrittenForm Form, long Rows, string Example)? Of(CategoryColumn column)
    {
        long[] rows = CategoryRows.Of(column);
        int[] present = [.. Enumerable.Range(0, rows.Length).Where(code => rows[code] > 0)];
        long all = present.Sum(code => rows[code]);
        foreach (WrittenForm form in WrittenForm.all)
        {
            int[] such = [.. present.Where(code => form.Matches(column.Categories[code]))];
            // Those that are plain numbers besides say nothing of the form.
            int[] special = [.. such.Where(code => !IsNumber(column.Categories[code]))];
            if (special.Length >= FewestValues && such.Sum(code => rows[code]) >= Most * all && Units(form, column, such) <= MostUnits)
                return (form, such.Sum(code => rows[code]), column.Categories[special[0]]);
        }
        return null;
    }

    private bool Matches(string text) => text.Length <= Longest && Pattern.IsMatch(text.Trim());

    /// <summary>Whether a text is a number as it is.</summary>
    public static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static int Units(WrittenForm form, CategoryColumn column, int[] codes) => codes
        .Select(code => form.Pattern.Match(column.Categories[code].Trim()).Groups["unit"].Value.Trim())
        .Distinct(StringComparer.Ordinal).Count();

    [GeneratedRegex(@"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(?:(?:,[0-9]{3})*|(?: [0-9]{3})*)(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DottedThousands();

    [GeneratedRegex(@"^[-+]?[0-9]*,?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(?<unit>[$€£¥] ?)?[-+]?[0-9]+(?:[.,][0-9]+)*(?<unit> ?[\p{L}%°€$£/²³]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
