using Gate.Models.LightGbm;
using Gate.Models.XGBoost;
using Gate.Policy.Document;
using Gate.Policy.Forms;

namespace Gate.Evaluation.Candidates;

/// <summary>All forms that a candidate or a baseline can have. Adding one is one file in this folder and one line here.</summary>
internal static class CandidateForms
{
    /// <summary>In the order of the policy's reference page.</summary>
    public static IReadOnlyList<ICandidateForm> All { get; } =
    [
        new TrainedForm(),
        new PredictedForm(),
        new OnnxForm(),
        new ModelFileForm<XGBoostSpec>(ModelFileForms.XGBoost, XGBoostFile.Read),
        new ModelFileForm<LightGbmSpec>(ModelFileForms.LightGbm, LightGbmText.Read),
        new MlNetForm(),
        new MlflowForm(),
        new EndpointForm(),
        new CommandForm(),
    ];

    /// <summary>The form of a model.</summary>
    /// <param name="spec">The model as a checked policy asks for it.</param>
    public static ICandidateForm Of(ModelSpec spec) => All.First(form => form.Serves(spec));
}
