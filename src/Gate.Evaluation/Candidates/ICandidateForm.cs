using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>
/// One form that a candidate or a baseline can have: its key in the policy, the files and columns that it reads, and how it becomes a
/// model on the measured rows. A new form is one file beside this one and one line in <see cref="CandidateForms"/>.
/// </summary>
internal interface ICandidateForm
{
    /// <summary>Its key below <c>model</c> and <c>baseline</c>: shape, help and binding.</summary>
    FormKey Key { get; }

    /// <summary>Whether a model of the policy has this form.</summary>
    /// <param name="spec">The model as the policy asks for it.</param>
    bool Serves(ModelSpec spec);

    /// <summary>Whether it reads the feature columns of the data.</summary>
    bool ReadsFeatures { get; }

    /// <summary>The file that holds all rows, labels included, where the policy names no other data; null where the form brings no
    /// rows.</summary>
    /// <param name="spec">The model.</param>
    string? AllRows(ModelSpec spec);

    /// <summary>The columns of the data that play a part for it besides features, with their roles.</summary>
    /// <param name="model">The model and its place.</param>
    IEnumerable<(string Name, string Role)> Columns(PlacedModel model);

    /// <summary>The files of its own that it reads, with their roles, for their digests.</summary>
    /// <param name="model">The model and its place.</param>
    IEnumerable<(string Role, string Path)> Files(PlacedModel model);

    /// <summary>What is wrong with the columns that it names, before a row is read.</summary>
    /// <param name="model">The model and its place.</param>
    /// <param name="columns">The columns of the data.</param>
    IEnumerable<PolicyProblem> Check(PlacedModel model, IReadOnlyList<string> columns);

    /// <summary>What is wrong with the classes and values that it names, once the data are read.</summary>
    /// <param name="model">The model and its place.</param>
    /// <param name="data">The data of the run.</param>
    IEnumerable<PolicyProblem> Check(PlacedModel model, Dataset data);

    /// <summary>Makes the candidate.</summary>
    /// <param name="model">The model and its place.</param>
    /// <param name="data">The data of the run.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="Data.DataException">The data does not serve this form.</exception>
    /// <exception cref="Models.ModelException">The model cannot be learned, read or scored.</exception>
    Task<Candidate> CreateAsync(PlacedModel model, Dataset data, IRunProgress progress, CancellationToken cancel);
}

/// <summary>A model of the policy and where it stands.</summary>
/// <param name="Spec">The model.</param>
/// <param name="Key"><c>model</c> or <c>baseline</c>.</param>
/// <param name="Inputs">What the run depends on.</param>
internal sealed record PlacedModel(ModelSpec Spec, string Key, RunInputs Inputs)
{
    public bool IsBaseline => Key == "baseline";

    /// <summary>Judges cross-validated rows by the policy, for a search; null where nobody does.</summary>
    public ValidationJudge? Judge { get; init; }

    /// <summary>What is added to a stage of progress.</summary>
    public string Suffix => IsBaseline ? " (baseline)" : "";

    /// <summary>The candidate and, where there is one, the baseline of a policy.</summary>
    public static IEnumerable<PlacedModel> Of(RunInputs inputs)
    {
        yield return new(inputs.Policy.Model, "model", inputs);
        if (inputs.Policy.Baseline is { } baseline) yield return new(baseline, "baseline", inputs);
    }
}
