using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gate.Tracking.Searching;

/// <summary>Tokens of pages as MLflow writes them: <c>{"offset": 20}</c> in base64.</summary>
internal static class PageToken
{
    /// <summary>The token of the page that begins at a run.</summary>
    public static string Of(int offset) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"offset\": {offset}}}")));

    /// <summary>Where a page begins.</summary>
    /// <exception cref="TrackingException">It is no token.</exception>
    public static int Offset(string? token)
    {
        if (string.IsNullOrEmpty(token)) return 0;
        try
        {
            using JsonDocument json = JsonDocument.Parse(Convert.FromBase64String(token));
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("offset", out JsonElement offset)
                && offset.TryGetInt32(out int number) && number > 0)
                return number;
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            // Said below: any text may stand there.
        }
        throw new TrackingException(TrackingFault.Asked,
            "the page token is none of this store's; take it as an earlier page gave it, or leave it out for the first page");
    }
}
