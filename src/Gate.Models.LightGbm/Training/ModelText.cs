using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gate.Models.LightGbm.Training;

/// <summary>LightGBM's text of a model, made complete.</summary>
internal static partial class ModelText
{
    // What could end a line is escaped, everything else stays readable.
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text without what differs from machine to machine, and with the texts of categories as LightGBM's Python package
    /// writes them: so it reads a data frame with the same columns, and Gate any table.</summary>
    public static byte[] Of(byte[] saved, TrainingColumns columns)
    {
        string text = Threads().Replace(Encoding.UTF8.GetString(saved), "[num_threads: 0]").TrimEnd();
        string levels = JsonSerializer.Serialize(columns.Categories.Select(i => columns.Inputs[i].Categories), readable);
        return Encoding.UTF8.GetBytes($"{text}\n\npandas_categorical:{levels}\n");
    }

    [GeneratedRegex(@"^\[num_threads: \d+\]$", RegexOptions.Multiline)]
    private static partial Regex Threads();
}
