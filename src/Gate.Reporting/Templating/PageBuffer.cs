using System.Buffers;
using System.Text;
using Scriban.Runtime;

namespace Gate.Reporting.Templating;

/// <summary>Collects a page in UTF-8, as it will be written, and refuses to grow without end, so that loops in a user's template cannot
/// fill the memory.</summary>
/// <param name="most">The most bytes.</param>
internal sealed class PageBuffer(int most) : IScriptOutput
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 * 1024);

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Utf8 => bytes.WrittenSpan;

    /// <summary>Writes HTML.</summary>
    internal void Write(ReadOnlySpan<byte> html)
    {
        Require(html.Length);
        bytes.Write(html);
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        ReadOnlySpan<char> part = text.AsSpan(offset, count);
        Require(count);
        Encoding.UTF8.GetBytes(part, bytes);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing: the engine asks for the text of a page when it is done with it, and nobody reads that.</summary>
    public override string ToString() => "";

    private void Require(int more)
    {
        if (bytes.WrittenCount + more > most)
            throw new ReportException($"the page grows over {most / 1_000_000} million bytes: the template "
                + "repeats too much (loops inside loops?)");
    }
}
