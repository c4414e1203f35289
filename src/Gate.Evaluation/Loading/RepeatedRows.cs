using Gate.Data;
using Gate.Data.Numerics;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>Counts rows that repeat: within the measured ones, and from the training rows to them.</summary>
internal static class RepeatedRows
{
    private const double LeastByChance = 1e-3;

    /// <summary>The counts.</summary>
    /// <param name="inputs">The policy.</param>
    /// <param name="train">The training rows, or null.</param>
    /// <param name="test">The measured rows.</param>
    /// <param name="sources">The tables that they come from, which tell row numbers from values.</param>
    /// <param name="files">The files that are read.</param>
    public static RowRepetition Of(RunInputs inputs, Table? train, Table test, IReadOnlyList<Table> sources,
        IReadOnlyList<InputFile> files)
    {
        (string[] columns, bool hasFeatures) = Compared(inputs, sources);
        ulong[] hashes = RowHashes.Of(test, columns);
        // Labels alone tell no row from another.
        HashMatches? rows = hasFeatures ? HashMatches.Of(hashes, train is null ? [] : RowHashes.Of(train, columns)) : null;
        return new(hashes.Length, hashes.Length - (rows?.Distinct ?? hashes.Length), rows?.Most ?? 1)
        {
            ByChance = rows is { } some && hashes.Length - some.Distinct > 0 ? ByChance(test, columns, hashes) : 0,
            TestRowsDigest = Digested(inputs, test, hashes),
            Shared = train is not null && rows is { } found ? new(train.RowCount, found.Twins, hashes.Length, found.Found) : null,
            SharedFile = ReadsFeatures(inputs) ? SharedFile(files) : null,
            Keys = Keys(inputs, train, test),
        };
    }

    /// <summary>Which rows are measured, whoever judges them. Where a model reads features, rows are what they are, in any order; where
    /// only predictions are judged, whose columns may stand among the others, it is the sequence of labels, sensitive columns and
    /// keys.</summary>
    private static string Digested(RunInputs inputs, Table test, ulong[] hashes)
    {
        if (ReadsFeatures(inputs)) return RowHashes.DigestOfSet(hashes);
        PlacedModel[] models = [.. PlacedModel.Of(inputs)];
        DataSpec data = inputs.Policy.Data;
        string[] columns = [.. data.Sensitive.Select(sensitive => sensitive.Column).Prepend(data.Label)
            .Concat(models.Select(model => model.Spec).OfType<PredictionsSpec>().SelectMany(spec => spec.Key))
            .Where(name => test.TryGet(name, out _)).Distinct(StringComparer.Ordinal)];
        return RowHashes.DigestOfSequence(RowHashes.Of(test, columns));
    }

    private static bool ReadsFeatures(RunInputs inputs) =>
        PlacedModel.Of(inputs).Any(model => CandidateForms.Of(model.Spec).ReadsFeatures);

    /// <summary>The columns in which rows are compared: what the run reads of them, without what only says which row it is.</summary>
    private static (string[] Columns, bool HasFeatures) Compared(RunInputs inputs, IReadOnlyList<Table> sources)
    {
        DataSpec data = inputs.Policy.Data;
        // Columns that play no part in predictions need not be in both files.
        string[] features = [.. Roles.Features(inputs, [.. sources[0].Names])
            .Where(name => sources.All(table => table.TryGet(name, out _)))];
        string[] values = [.. features.Where(name => !sources.Any(table => IsRowNumber(table[name])))];
        return ([.. (values.Length > 0 ? values : features).Append(data.Label).Concat(data.Sensitive.Select(sensitive => sensitive.Column))
            .Distinct(StringComparer.Ordinal)], features.Length > 0);
    }

    /// <summary>The share p of pairs of different rows that are equal in a column, and the product of these for all columns; a row of n has
    /// an equal one among the others in 1 - (1 - p)^(n - 1) of cases. For p rows are looked at once each, since copies of them make values
    /// look frequent that are not.</summary>
    private static double ByChance(Table test, string[] columns, ulong[] hashes)
    {
        var seen = new HashSet<ulong>();
        int[] different = [.. Enumerable.Range(0, hashes.Length).Where(row => seen.Add(hashes[row]))];
        double equal = 1;
        foreach (string name in columns)
        {
            CategoryColumn values = test[name].Take(different).ToCategories();
            var rows = new long[values.Categories.Length + 1];
            foreach (int code in values.Codes) rows[code + 1]++;
            equal *= rows.Sum(count => (double)count * (count - 1)) / Math.Max(1, (double)values.Count * (values.Count - 1));
            // Long columns of numbers take long to sort, and one or two of them tell all rows apart.
            if (equal * hashes.Length < LeastByChance) return 0;
        }
        return 1 - Portable.Exp((hashes.Length - 1) * Portable.Log(Math.Max(double.Epsilon, 1 - equal)));
    }

    /// <summary>Whether a column counts the rows: whole numbers one apart, each once, in any order.</summary>
    private static bool IsRowNumber(Column column)
    {
        if (column is not NumericColumn { Type: ColumnType.Integer, MissingCount: 0 } numbers || numbers.Count < 2) return false;
        double least = numbers.Values.Min();
        if (numbers.Values.Max() - least != numbers.Count - 1) return false;
        var seen = new bool[numbers.Count];
        foreach (double value in numbers.Values)
        {
            int at = (int)(value - least);
            if (seen[at]) return false;
            seen[at] = true;
        }
        return true;
    }

    private static string? SharedFile(IReadOnlyList<InputFile> files) => files.Where(file => file.Role == "test").FirstOrDefault(test =>
        files.Any(file => file.Role == "data" && file.Length == test.Length && file.Digest == test.Digest))?.Path;

    private static KeyRepetition? Keys(RunInputs inputs, Table? train, Table test)
    {
        string[] columns = [.. PlacedModel.Of(inputs).Select(model => model.Spec).OfType<PredictionsSpec>().Select(spec => spec.Key)
            .FirstOrDefault(key => key.Count > 0) ?? []];
        if (columns.Length == 0 || !columns.All(name => test.TryGet(name, out _) && train?.TryGet(name, out _) != false)) return null;
        ulong[] keys = RowHashes.Of(test, columns);
        HashMatches matches = HashMatches.Of(keys, train is null ? [] : RowHashes.Of(train, columns));
        return new(columns, keys.Length - matches.Distinct, matches.Found);
    }
}
