using Gate.Evaluation.Datasets;
using Gate.Evaluation.Profiles;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>A model that was made elsewhere and is fed with features of the data: in a file, behind a server, in a program. Columns and
/// classes that the policy names for it are held against the data.</summary>
/// <typeparam name="TSpec">The form in a policy.</typeparam>
internal abstract class FedForm<TSpec> : CandidateForm<TSpec> where TSpec : ModelFileSpec
{
    public override bool ReadsFeatures => true;

    /// <summary>The model's file; forms without one, or with several, say so.</summary>
    protected override IEnumerable<(string Role, string Path)> Files(TSpec spec, PlacedModel model) =>
        WithCard(model, ModelFiles.Find(model.Inputs, spec.Source));

    protected override IEnumerable<PolicyProblem> Check(TSpec spec, PlacedModel model, IReadOnlyList<string> columns) =>
        new ModelFileChecks(Key.Key.Name, spec, model).Absent(columns);

    protected override IEnumerable<PolicyProblem> Check(TSpec spec, PlacedModel model, Dataset data) =>
        new ModelFileChecks(Key.Key.Name, spec, model).Unfit(data);

    // What the baseline was trained on may be asked for by conditions.
    private static IEnumerable<(string Role, string Path)> WithCard(PlacedModel model, string file)
    {
        yield return (model.Key, file);
        if (model.IsBaseline && BaselineCard.Beside(file) is { } card)
            yield return (BaselineCard.Role, ModelFiles.Find(model.Inputs, card));
    }
}
