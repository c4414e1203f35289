using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>Several files make one table only when they have the same columns, in any order.</summary>
internal static class SameNames
{
    internal static void Check(IReadOnlyCollection<string> first, SourceFile firstFile, IReadOnlyCollection<string> names, SourceFile file)
    {
        if (first.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } absent)
            throw new DataException($"{file.Path} has no column '{absent}', which {firstFile.Path} has{NearestName.Hint(absent, names)}; "
                + "files read together must have the same columns");
        if (names.Except(first, StringComparer.Ordinal).FirstOrDefault() is { } extra)
            throw new DataException($"{file.Path} has a column '{extra}', which {firstFile.Path} has not{NearestName.Hint(extra, first)}; "
                + "files read together must have the same columns");
    }
}
