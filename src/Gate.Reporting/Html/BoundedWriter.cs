using System.Globalization;

namespace Gate.Reporting.Html;

/// <summary>Collects a page and refuses to grow without end, so that nested loops in a user's template cannot fill the memory.</summary>
internal sealed class BoundedWriter() : StringWriter(CultureInfo.InvariantCulture)
{
    internal const int MaxCharacters = 32_000_000;

    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length + more > MaxCharacters)
            throw new ReportException($"the page grows over {MaxCharacters / 1_000_000} million characters: the template repeats too much "
                + "(loops inside loops?)");
    }
}
