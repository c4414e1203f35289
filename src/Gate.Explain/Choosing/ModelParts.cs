using Gate.Data;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;

namespace Gate.Explain.Choosing;

/// <summary>Calibrated models and ensembles, which are put together of models that explainers can look into.</summary>
internal static class ModelParts
{
    /// <summary>The model whose output is explained: of the raw margin that of a calibrated model before its calibration, which changes
    /// the score and not the margin; a threshold alone changes neither.</summary>
    public static IModel Looked(IModel model, ExplainedOutput output)
    {
        while (model is TunedModel tuned && (tuned.Calibration is null || (output == ExplainedOutput.Raw && HasMargin(tuned.Inner))))
            model = tuned.Inner;
        return model;
    }

    /// <summary>What has no margin is explained by its score.</summary>
    public static ExplainedOutput OutputOf(IModel model, ExplainedOutput output) =>
        output == ExplainedOutput.Raw && IsComposite(model) ? ExplainedOutput.Probability : output;

    public static bool IsComposite(IModel model) => model is TunedModel or BlendedModel;

    /// <summary>The models at the bottom.</summary>
    public static IEnumerable<IModel> Leaves(IModel model) => model switch
    {
        TunedModel tuned => Leaves(tuned.Inner),
        BlendedModel blend => blend.Members.SelectMany(member => Leaves(member.Model)),
        _ => [model],
    };

    /// <summary>A model at the bottom that cannot be looked into; null where all can.</summary>
    public static IModel? Closed(IModel model) =>
        Leaves(model).FirstOrDefault(leaf => leaf is not ITreeModel && LinearMixer.LinkOf(leaf) is null);

    /// <summary>How many columns rows are mixed in at once: of the score of an ensemble those of one member after another, since values of
    /// a mean are means of values; 0 where the score is a sum.</summary>
    public static int Mixed(IModel model, ExplainedOutput output) => model switch
    {
        BlendedModel blend when output != ExplainedOutput.Decision =>
            blend.Members.Max(member => Mixed(member.Model, ExplainedOutput.Probability)),
        _ when output == ExplainedOutput.Probability && IsSum(model) => 0,
        _ => Used(model),
    };

    /// <summary>Whether a score is a sum of what trees or columns add.</summary>
    public static bool IsSum(IModel model) => model is ITreeModel trees ? trees.Link.Kind == LinkKind.Identity
        : LinearMixer.LinkOf(model) is { Kind: LinkKind.Identity };

    public static int Used(IModel model) => model is IUsesFeatures knows ? knows.UsedFeatures.Count : model.Features.Count;

    /// <summary>A model's scores of mixtures.</summary>
    public static IMixer MixerOf(IModel model, Table background, ParallelOptions parallel) => model switch
    {
        TunedModel { Calibration: { } calibration } tuned => new TunedMixer(MixerOf(tuned.Inner, background, parallel), calibration),
        TunedModel tuned => MixerOf(tuned.Inner, background, parallel),
        BlendedModel blend => new BlendedMixer([.. blend.Members.Select(member =>
            (MixerOf(member.Model, background, parallel), member.Weight))], model.Task == TaskType.MulticlassClassification),
        ITreeModel trees => TreeMixer.Of(trees, background, parallel),
        _ => new LinearMixer((ILinearMargin)model, background),
    };

    /// <summary>What values of a score are called in results, by what is mixed.</summary>
    public static string MethodOf(IModel model) => Leaves(model).All(leaf => leaf is ITreeModel) ? "tree_interventional"
        : Leaves(model).Any(leaf => leaf is ITreeModel) ? "mixed_interventional" : "linear_interventional";

    /// <summary>Whether a model has a margin apart from its score.</summary>
    private static bool HasMargin(IModel model) => Looked(model, ExplainedOutput.Raw) is IMarginModel;
}
