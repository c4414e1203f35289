using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>From a policy to its data: read, check, split, and give every column its role.</summary>
internal static class DataLoader
{
    /// <summary>A sensitive column with more values than this forms no sensible groups; it wants bins.</summary>
    public const int MostGroups = 200;

    /// <summary>Weights are squared, and their squares added up and squared: beyond these, numbers would overflow.</summary>
    public const double SmallestWeight = 1e-30, LargestWeight = 1e30;

    public static Dataset Load(RunInputs inputs, IRunProgress progress, CancellationToken cancel)
    {
        PolicyDocument policy = inputs.Policy;
        DataSpec data = policy.Data;
        TaskType task = policy.Task.ToTaskType();
        IReadOnlyList<InputFile> files = Sources.InputFiles(inputs);
        PinnedFiles.Require(inputs, files);
        SourceOptions main = Sources.Main(inputs);
        SlicedTable read = Columns.Reading(inputs, () => Read(main, progress, cancel));
        SlicedTable? measured = data.Test is null ? null : Columns.Reading(inputs, () => Read(Sources.Test(inputs), progress, cancel));
        (Table table, Table? holdout) = (read.Table, measured?.Table);
        string[] names = [.. table.Names];
        Columns.Require(inputs, names, holdout?.Names.ToArray());

        progress.Begin("splitting");
        RowSplit? split = Split(data, table);
        Table? train = holdout is not null ? table : split is null ? null : table.Take(split.Train);
        Table test = holdout ?? (split is null ? table : table.Take(split.Test));
        IReadOnlyList<string> classes = Columns.Reading(inputs,
            () => Labels.Classes(task, data.Label, data.Positive, holdout is null ? [table] : [table, holdout]));
        foreach (string name in classes) DataLimits.RequireName(name, $"a class of the label '{data.Label}'");
        var loaded = new Dataset
        {
            Task = task,
            Source = holdout ?? table,
            TestRows = holdout is null ? split?.Test : null,
            Train = train,
            Test = test,
            Classes = classes,
            TrainLabels = train is null ? null : Labels.Values(task, data.Label, classes, train),
            TrainWeights = train is null ? null : Weights(data, train),
            Features = Roles.Features(inputs, names),
            Truth = TruthOf(policy, task, classes, test, Roles.Features(inputs, names)),
            Sensitive = SensitiveColumns(data, test),
            Slices = SlicesOf(policy, measured ?? read, holdout is null ? split?.Test : null),
            Roles = Roles.Of(inputs, names),
            TotalRows = table.RowCount + (holdout?.RowCount ?? 0),
            SplitText = SplitText(data),
            Repetition = RepeatedRows.Of(inputs, train, test, holdout is null ? [table] : [table, holdout], files),
            Files = files,
        };
        return train is null ? loaded : loaded with { Validation = new(() => loaded with
        {
            Source = table, TestRows = split?.Train, Test = train,
            Truth = TruthOf(policy, task, classes, train, loaded.Features),
            Sensitive = SensitiveColumns(data, train),
            Slices = SlicesOf(policy, read, split?.Train),
        }) };
    }

    private static Dictionary<string, int[]> SlicesOf(PolicyDocument policy, SlicedTable read, int[]? testRows)
    {
        var slices = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach ((SliceCondition slice, bool[] mask) in Sources.Slices(policy).Zip(read.Slices))
            slices[slice.Sql] = [.. Enumerable.Range(0, testRows?.Length ?? mask.Length).Where(row => mask[testRows?[row] ?? row])];
        return slices;
    }

    private static Truth TruthOf(PolicyDocument policy, TaskType task, IReadOnlyList<string> classes, Table test,
        IReadOnlyList<string> features)
    {
        LabelValues values = Labels.Values(task, policy.Data.Label, classes, test);
        return new Truth(task, classes, values.Codes, values.Values, Weights(policy.Data, test),
            NeedsFeatures(policy) ? FeatureMatrix.Of(test, features) : null);
    }

    /// <summary>Whether a metric that the policy names reads the features of rows.</summary>
    private static bool NeedsFeatures(PolicyDocument policy) => policy.Conditions.Select(condition => condition.Metric)
        .Append(policy.Explain?.Metric).OfType<string>()
        .SelectMany(name => DisparityCatalogue.Find(name)?.Comparison.Parts ?? [.. new[] { MetricCatalogue.Find(name) }.OfType<Metric>()])
        .Any(metric => metric.Inputs.HasFlag(MetricInputs.Features));

    private static SlicedTable Read(SourceOptions source, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"reading {(source.Sql is null ? string.Join(", ", source.Paths) : "the SQL query")}");
        return TableReader.ReadSliced(source, new ReadReport(progress), cancel);
    }

    private static RowSplit? Split(DataSpec data, Table table) => data.Split switch
    {
        null => null,
        { Column: { } column } => Splitter.ByColumn(table, column),
        { } split => Splitter.Random(table, split.Test ?? 0.3, split.Seed, split.Stratify),
    };

    private static string SplitText(DataSpec data) => (data.Test, data.Split) switch
    {
        ({ } files, _) => $"separate test file {string.Join(", ", files)}",
        (_, { Column: { } column }) => $"by the column {column}",
        (_, { } split) => string.Create(CultureInfo.InvariantCulture, $"{split.Test:P0} test at random, seed {split.Seed}")
            .Replace(" %", "%", StringComparison.Ordinal)
            + (split.Stratify.Count > 0 ? $", stratified on {string.Join(" and ", split.Stratify)}" : ""),
        _ => "none: all rows are measured",
    };

    private static double[]? Weights(DataSpec data, Table table)
    {
        if (data.Weight is null) return null;
        if (table[data.Weight] is not NumericColumn weights)
            throw new DataException($"the weight column '{data.Weight}' is text; weights are numbers");
        int bad = Array.FindIndex(weights.Values, w => !double.IsFinite(w) || w < 0);
        if (bad >= 0)
            throw new DataException(
                $"the weight column '{data.Weight}' is {(weights.IsMissing(bad) ? "missing" : weights.Text(weights.Values[bad]))} in row "
                + $"{bad + 1}; weights are finite and not negative");
        int extreme = Array.FindIndex(weights.Values, w => w is not 0 and (< SmallestWeight or > LargestWeight));
        if (extreme >= 0)
            throw new DataException($"the weight column '{data.Weight}' is {weights.Text(weights.Values[extreme])} in row {extreme + 1}; "
                + $"weights that are not 0 lie between {SmallestWeight:0E+0} and {LargestWeight:0E+0}: only their proportions count, so "
                + "divide all of them by the same number");
        return weights.Values.Sum() > 0
            ? weights.Values : throw new DataException($"the weight column '{data.Weight}' sums to 0; no row counts");
    }

    private static Dictionary<string, CategoryColumn> SensitiveColumns(DataSpec data, Table test)
    {
        var columns = new Dictionary<string, CategoryColumn>(StringComparer.Ordinal);
        foreach (SensitiveSpec sensitive in data.Sensitive)
        {
            Column raw = test[sensitive.Column];
            CategoryColumn groups = sensitive.Bins is null ? raw.ToCategories() : Binning.Cut(raw, sensitive.Bins, sensitive.As);
            if (groups.Categories.Length > MostGroups)
                throw new DataException($"the sensitive column '{sensitive.Column}' has {groups.Categories.Length} different values, "
                    + "too many to be groups; "
                    + $"{(raw is NumericColumn numbers ? ProposedBins.Remedy(numbers) : "name a column with fewer values, or group them in "
                    + "data.source with sql")}");
            foreach (string group in groups.Categories)
                DataLimits.RequireName(group, $"a group of the sensitive column '{sensitive.Column}'");
            columns[sensitive.As] = (CategoryColumn)groups.Rename(sensitive.As);
        }
        return columns;
    }
}
