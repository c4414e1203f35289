namespace Gate.Data.Reading;

/// <summary>Finds the line on which a row of a csv file starts; lines differ from rows where fields are quoted over several
/// lines.</summary>
internal static class RowLocator
{
    /// <summary>The line, from 1, of a data row, from 0; null for a compressed file, whose lines nobody counts.</summary>
    internal static long? Line(SourceFile file, int row, int columns)
    {
        if (file.IsCompressed) return null;
        using var bytes = new BufferedStream(File.OpenRead(file.Path), 1 << 16);
        long line = 1, recordLine = 1, record = -1;
        bool quoted = false, blank = true;
        for (int before = 0, b; (b = bytes.ReadByte()) >= 0; before = b)
        {
            if (b == '"') quoted = !quoted;
            bool ends = b == '\r' || (b == '\n' && before != '\r');
            if (ends) line++;
            if (!ends || quoted)
            {
                if (b is not '\n' and not '\r') blank = false;
                continue;
            }
            // DuckDB passes over blank lines, except where one is the only field of a row.
            if ((!blank || columns == 1) && record++ == row) return recordLine;
            (recordLine, blank) = (line, true);
        }
        return recordLine;
    }
}
