using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>Reads the file of a model.</summary>
/// <param name="name">The file, for messages.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="cancel">Stops the work.</param>
internal delegate ForeignModel ModelReader(string name, ReadOnlySpan<byte> bytes, CancellationToken cancel);

/// <summary>A model in a file of another library that gives trees or weights, which Gate sums itself.</summary>
/// <typeparam name="TSpec">The form in a policy.</typeparam>
/// <param name="key">Its key.</param>
/// <param name="read">Reads the file.</param>
internal sealed class ModelFileForm<TSpec>(FormKey key, ModelReader read) : FedForm<TSpec> where TSpec : ModelFileSpec
{
    public override FormKey Key => key;

    // Reading and scoring wait for nothing: they are work from beginning to end.
    protected override Task<Candidate> CreateAsync(TSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private Candidate Create(TSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"loading {spec.Source}{placed.Suffix}");
        ForeignModel file = read(spec.Source, ModelFiles.Read(placed.Inputs, spec.Source), cancel);
        IMarginModel model;
        try
        {
            model = Bind(spec, file, data);
        }
        catch (ModelException error)
        {
            throw new ModelException($"{spec.Source}: {error.Message}", error);
        }
        return ScoredModels.Score(model, placed, data, Facts(spec, model, data), progress, cancel);
    }

    private static IMarginModel Bind(TSpec spec, ForeignModel file, Dataset data)
    {
        IReadOnlyList<string> columns = spec.Columns.Count > 0 ? FeatureColumns.ByPosition(file, spec.Columns)
            : FeatureColumns.Resolve(file, data.Features, spec.ColumnsByInput.ToDictionary(StringComparer.Ordinal));
        if (spec.Levels.Keys.FirstOrDefault(column => !columns.Contains(column)) is { } idle)
            throw new ModelException($"levels are named for the column '{idle}', which the model does not read");
        IReadOnlyList<int> classes = file.Serves(data.Task) && file.Classes <= data.Classes.Count
            ? FileClasses.Codes(spec.Classes, file, data) : [];
        return new ForeignBinding(data.Task, data.Classes, columns) { Levels = spec.Levels, ModelClasses = classes }.Bind(file);
    }

    private static ModelFacts Facts(TSpec spec, IModel model, Dataset data)
    {
        List<NamedText> parameters = ModelFiles.Said(spec);
        return new(model.Kind, spec.Source, data.Task == TaskType.BinaryClassification ? spec.Threshold : null, parameters,
            [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
    }
}
