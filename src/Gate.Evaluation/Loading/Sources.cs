using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>The files behind a policy's data.</summary>
internal static class Sources
{
    /// <summary>The data; of a policy without data.source, the candidate's predictions file, which then holds the labels as well.</summary>
    public static SourceOptions Main(RunInputs inputs) => FileSources.Options(inputs) with
    {
        Paths = FileSources.AreMissing(inputs.Policy) && CandidateForms.Of(inputs.Policy.Model).AllRows(inputs.Policy.Model) is { } only
            ? [only] : inputs.Policy.Data.Source,
        Sql = inputs.Policy.Data.Sql,
        Slices = inputs.Policy.Data.Test is null ? Slices(inputs.Policy) : [],
    };

    /// <summary>The slices of all conditions and the cohorts, each once: the measured rows are asked which of them they are in.</summary>
    public static IReadOnlyList<SliceCondition> Slices(PolicyDocument policy) =>
        [.. policy.Conditions.Where(condition => condition.Where is not null)
            .Select(condition => new SliceCondition(FormattableString.Invariant($"conditions[{condition.Index}].where"),
                condition.Where!))
            .Concat((policy.Explain?.Cohorts ?? []).Select(cohort => new SliceCondition($"explain.cohorts.{cohort.Key}", cohort.Value)))
            .DistinctBy(slice => slice.Sql)];

    public static SourceOptions Test(RunInputs inputs) =>
        FileSources.Options(inputs) with { Paths = inputs.Policy.Data.Test ?? [], Slices = Slices(inputs.Policy) };

    /// <summary>Every file that is read, with its role; one that is read in two roles is taken down once.</summary>
    /// <exception cref="DataException">A file is missing.</exception>
    public static IReadOnlyList<InputFile> InputFiles(RunInputs inputs)
    {
        PolicyDocument policy = inputs.Policy;
        var files = new List<InputFile>();
        SourceOptions main = Main(inputs);
        Add("data", policy.Data.Sql is not null ? Columns.Reading(inputs, () => TableReader.FilesOfSql(main))
            : FileSources.AreMissing(policy) ? TableReader.Files(main)
            : NamedFiles.Find(inputs, "data.source", policy.Data.Marks, policy.Data.At, main));
        if (policy.Data.Test is not null)
            Add("test", NamedFiles.Find(inputs, "data.test", policy.Data.Marks, policy.Data.At, Test(inputs)));
        foreach (PlacedModel model in PlacedModel.Of(inputs))
            foreach ((string role, string path) in CandidateForms.Of(model.Spec).Files(model)) Add(role, [path]);
        return files;

        void Add(string role, IReadOnlyList<string> paths)
        {
            foreach (string path in paths)
                files.Add(files.Find(file => file.Path == path) is { } same ? same.As(role) : new InputFile(role, path));
        }
    }
}
