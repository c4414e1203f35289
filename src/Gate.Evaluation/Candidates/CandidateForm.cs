using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A form with the policy's own type for it; what a form does not read, it need not say.</summary>
/// <typeparam name="TSpec">The form in a policy.</typeparam>
internal abstract class CandidateForm<TSpec> : ICandidateForm where TSpec : ModelSpec
{
    public abstract FormKey Key { get; }

    public virtual bool ReadsFeatures => false;

    public bool Serves(ModelSpec spec) => spec is TSpec;

    public string? AllRows(ModelSpec spec) => AllRows((TSpec)spec);

    public IEnumerable<(string Name, string Role)> Columns(PlacedModel model) => Columns((TSpec)model.Spec, model);

    public IEnumerable<(string Role, string Path)> Files(PlacedModel model) => Files((TSpec)model.Spec, model);

    public IEnumerable<PolicyProblem> Check(PlacedModel model, IReadOnlyList<string> columns) =>
        Check((TSpec)model.Spec, model, columns);

    public IEnumerable<PolicyProblem> Check(PlacedModel model, Dataset data) => Check((TSpec)model.Spec, model, data);

    public Task<Candidate> CreateAsync(PlacedModel model, Dataset data, IRunProgress progress, CancellationToken cancel) =>
        CreateAsync((TSpec)model.Spec, model, data, progress, cancel);

    protected virtual string? AllRows(TSpec spec) => null;

    protected virtual IEnumerable<(string Name, string Role)> Columns(TSpec spec, PlacedModel model) => [];

    protected virtual IEnumerable<(string Role, string Path)> Files(TSpec spec, PlacedModel model) => [];

    protected virtual IEnumerable<PolicyProblem> Check(TSpec spec, PlacedModel model, IReadOnlyList<string> columns) => [];

    protected virtual IEnumerable<PolicyProblem> Check(TSpec spec, PlacedModel model, Dataset data) => [];

    protected abstract Task<Candidate> CreateAsync(TSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel);
}
