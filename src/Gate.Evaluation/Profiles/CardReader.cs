using System.Text.Json;
using Gate.Data;

namespace Gate.Evaluation.Profiles;

/// <summary>Reads what a model's card says of the rows that the model was trained on. A card is input of somebody else: everything in it is
/// checked.</summary>
internal static class CardReader
{
    /// <summary>The name of the card beside a model.</summary>
    public const string File = "model-card.json";

    private const long MostBytes = 64 << 20;

    /// <summary>Reads a card.</summary>
    /// <param name="of">Whose it is, for sentences.</param>
    /// <param name="path">The card.</param>
    /// <param name="modelDigest">The digest of the model's file, which the card has to name.</param>
    /// <exception cref="DataException">It is no card, is damaged, or is that of another file.</exception>
    public static TrainingProfile Read(string of, string path, string modelDigest)
    {
        if (new FileInfo(path).Length > MostBytes) throw Damaged(of, $"it has more than {MostBytes >> 20} MB");
        try
        {
            using JsonDocument card = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            JsonElement root = card.RootElement;
            if (root.GetProperty("file").GetProperty("sha256").GetString() != modelDigest)
                throw Damaged(of, "it is that of another model file");
            ColumnProfile[] columns = [.. root.GetProperty("features").EnumerateArray()
                .Select(feature => Column(of, feature, feature.GetProperty("used").GetBoolean())).OfType<ColumnProfile>()];
            if (columns.Length == 0)
                throw Damaged(of, "it says nothing of the rows, as those of earlier versions of Gate; train the model again");
            ColumnProfile? target = root.TryGetProperty("target", out JsonElement label) && label.ValueKind == JsonValueKind.Object
                ? Column(of, label, isRead: true) : null;
            return new(of, target is null ? columns : [.. columns, target]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(of, "it is no card of a model", error);
        }
    }

    private static ColumnProfile? Column(string of, JsonElement feature, bool isRead)
    {
        string name = feature.GetProperty("name").GetString() ?? throw Damaged(of, "a column has no name");
        if (!feature.TryGetProperty("profile", out JsonElement profile) || profile.ValueKind != JsonValueKind.Object) return null;
        JsonElement ends = profile.GetProperty("edges");
        double[]? edges = ends.ValueKind == JsonValueKind.Null ? null : [.. ends.EnumerateArray().Select(edge => edge.GetDouble())];
        string[] levels = edges is not null ? []
            : [.. profile.GetProperty("levels").EnumerateArray().Select(level => level.GetString() ?? "")];
        var column = new ColumnProfile(name, edges, levels, [.. profile.GetProperty("counts").EnumerateArray()
            .Select(count => count.GetInt64())], profile.GetProperty("missing").GetInt64()) { IsRead = isRead };
        return IsSound(column) ? column : throw Damaged(of, $"its numbers of the column '{Wording.Shown.Of(name)}' contradict each other");
    }

    // Sums of counts below 2^53 are exact, also as shares.
    private static bool IsSound(ColumnProfile column) =>
        column.Counts.Count == (column.Edges is { } edges ? edges.Count + 1 : column.Levels.Count)
        && column.Counts.Append(column.Missing).All(count => count is >= 0 and < 1L << 40) && column.Rows > 0
        && (column.Edges is null || column.Edges.Zip(column.Edges.Skip(1)).All(pair => pair.First < pair.Second))
        && column.Levels.Distinct(StringComparer.Ordinal).Count() == column.Levels.Count;

    private static DataException Damaged(string of, string why, Exception? inner = null) =>
        new($"the card ({File}) of {of} cannot be used: {why}", inner);
}
