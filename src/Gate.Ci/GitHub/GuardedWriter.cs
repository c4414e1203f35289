using System.Globalization;
using System.Text;

namespace Gate.Ci.GitHub;

/// <summary>
/// Passes text on so that no line of it is a command. The runner takes a line for a command when it begins with <c>::</c> after white
/// space, or holds <c>##[</c> anywhere (its older form; <c>##vso[</c> is the one of Azure Pipelines). A backslash inside the mark breaks it
/// and stays readable:
/// <c>:\:error::</c>, <c>##\[error]</c>. A mark split over two writes is seen, and text is never held back.
/// </summary>
/// <param name="inner">The writer that the text goes to; it is not disposed.</param>
public sealed class GuardedWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly Lock _lock = new();
    private LineStart _start = LineStart.Blank;
    private Older _older = Older.None;

    // How far the line looks like "::".
    private enum LineStart
    {
        Blank,
        Colon,
        Passed,
    }

    // How far the text looks like "##[" or "##vso[".
    private enum Older
    {
        None,
        Hash,
        Hashes,
        V,
        S,
        O,
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            // Somebody else may have ended the line since the last write, so each write is taken to begin one.
            if (_start == LineStart.Passed) _start = LineStart.Blank;
            int written = 0;
            for (int i = 0; i < buffer.Length; i++)
            {
                if (!CompletesMark(buffer[i])) continue;
                inner.Write(buffer[written..i]);
                inner.Write('\\');
                written = i;
            }
            inner.Write(buffer[written..]);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    private bool CompletesMark(char c)
    {
        bool completes = (_start == LineStart.Colon && c == ':') || (_older is Older.Hashes or Older.O && c == '[');
        _start = Next(_start, c);
        _older = Next(_older, c);
        return completes;
    }

    // The runner reads lines up to \r, \n or both. Characters without width count as blank: comparisons by culture skip them.
    private static LineStart Next(LineStart state, char c) => c switch
    {
        '\n' or '\r' => LineStart.Blank,
        _ when state == LineStart.Blank && IsBlank(c) => LineStart.Blank,
        ':' when state == LineStart.Blank => LineStart.Colon,
        _ => LineStart.Passed,
    };

    private static Older Next(Older state, char c) => (state, c) switch
    {
        (Older.None or Older.V or Older.S or Older.O, '#') => Older.Hash,
        (Older.Hash or Older.Hashes, '#') => Older.Hashes,
        (Older.Hashes, 'v' or 'V') => Older.V,
        (Older.V, 's' or 'S') => Older.S,
        (Older.S, 'o' or 'O') => Older.O,
        _ => Older.None,
    };

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.Format;
}
