using System.Text;
using Gate.Wording;

namespace Gate.Models.Remote.Commands;

/// <summary>The end of what a program says on standard error.</summary>
/// <param name="most">How many bytes are kept.</param>
internal sealed class Tail(int most)
{
    private readonly List<byte> kept = [];

    public void Add(byte[] bytes, int from, int count)
    {
        lock (kept)
        {
            kept.AddRange(bytes.AsSpan(from, count));
            if (kept.Count > most) kept.RemoveRange(0, kept.Count - most);
        }
    }

    /// <summary>Its last lines on one, behind a colon; empty where it said nothing.</summary>
    public string Said
    {
        get
        {
            string text;
            lock (kept) text = Encoding.UTF8.GetString([.. kept]);
            string[] lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(3)];
            return lines.Length == 0 ? "" : ": " + Shown.OneLine(string.Join(" | ", lines.Select(line => line.Length <= 300 ? line
                : line[..299] + "…")));
        }
    }
}
