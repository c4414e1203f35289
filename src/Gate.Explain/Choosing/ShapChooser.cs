using Gate.Explain.Linear;
using Gate.Models;
using Gate.Models.Blending;

namespace Gate.Explain.Choosing;

/// <summary>Which kind of SHAP fits a model, and why.</summary>
internal static class ShapChooser
{
    private const string Asked = "the policy or the caller asked for it";

    /// <summary>Chooses the kind of SHAP.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="lost">Why its trees could not be had, as the end of a sentence; empty where it has none, or they could.</param>
    /// <exception cref="ModelException">What is asked for does not fit the model.</exception>
    public static ShapChoice Choose(IModel model, ShapOptions options, string lost)
    {
        IModel looked = ModelParts.Looked(model, options.Output);
        ShapChoice choice = ModelParts.IsComposite(looked) ? PartsChosen(looked, options) : Chosen(looked, options, lost);
        bool isBefore = looked != ModelParts.Looked(model, ExplainedOutput.Probability);
        return isBefore ? choice with { Why = $"{choice.Why}; the margin is that before calibration" } : choice;
    }

    private static ShapChoice Chosen(IModel model, ShapOptions options, string lost)
    {
        bool isMargin = options.Output == ExplainedOutput.Raw;
        string output = NameOf(options.Output);
        // Of two classes a margin is the log-odds, of several a softmax makes scores of them; of some regressions the link is not known.
        bool isLinear = model is ILinearMargin && (isMargin || LinearMixer.LinkOf(model) is not null);
        bool isExact = isMargin || ModelParts.Mixed(model, options.Output) <= MixtureGame.MostPlayers;
        return options.Method switch
        {
            ShapMethod.Auto when !isExact && (isLinear || model is ITreeModel) =>
                new(ShapMethod.Kernel, TooMany(model, "the model", output)),
            ShapMethod.Auto when model is ITreeModel =>
                new(ShapMethod.Tree, "the model is made of trees, which Tree SHAP explains exactly"),
            ShapMethod.Auto when isLinear => new(ShapMethod.Linear,
                $"the model's margin is linear, and Linear SHAP explains {(isMargin ? "it" : $"its {output}")} exactly"),
            ShapMethod.Auto => new(ShapMethod.Kernel, $"{model.Kind} is neither made of trees nor has a linear "
                + $"{output}, so Kernel SHAP calls it as it is{lost}"),
            ShapMethod.Tree when model is not ITreeModel =>
                throw new ModelException($"tree_shap explains models made of trees, and {model.Kind} is none; use auto or "
                    + $"kernel_shap{lost}"),
            ShapMethod.Linear when !isLinear => throw new ModelException("linear_shap explains linear models"
                + $"{(isMargin ? "" : $" whose {output} follows from one margin")}, and {model.Kind} is none; use auto or kernel_shap"),
            ShapMethod.Parts => throw new ModelException("the parts of an ensemble are looked into where auto chooses it"),
            _ => new(options.Method, Asked),
        };
    }

    /// <summary>How a calibrated model without a margin, or an ensemble, is explained.</summary>
    private static ShapChoice PartsChosen(IModel model, ShapOptions options)
    {
        ExplainedOutput explained = ModelParts.OutputOf(model, options.Output);
        string output = NameOf(explained), what = model is BlendedModel ? "the ensemble" : "the calibrated model";
        if (options.Method is ShapMethod.Exact or ShapMethod.Permutation or ShapMethod.Kernel) return new(options.Method, Asked);
        IModel[] parts = [.. ModelParts.Leaves(model)];
        ShapMethod kind = parts.All(part => part is ITreeModel) ? ShapMethod.Tree
            : parts.Any(part => part is ITreeModel) ? ShapMethod.Parts : ShapMethod.Linear;
        if (options.Method != ShapMethod.Auto && options.Method != kind)
            throw new ModelException($"{(options.Method == ShapMethod.Tree ? "tree" : "linear")}_shap explains an ensemble or a calibrated "
                + $"model whose parts are all of that kind, and {string.Join(" and ", parts.Select(part => part.Kind).Distinct())} are "
                + "not; use auto or kernel_shap");
        if (ModelParts.Closed(model) is { } closed)
            return options.Method == ShapMethod.Auto ? new(ShapMethod.Kernel, $"{closed.Kind}, a part of {what}, is neither made of trees "
                + $"nor has a linear margin, so Kernel SHAP calls {what} as it is")
                : throw new ModelException($"the {output} of {closed.Kind} does not follow from one margin; use auto or kernel_shap");
        if (ModelParts.Mixed(model, explained) > MixtureGame.MostPlayers)
            return options.Method == ShapMethod.Auto ? new(ShapMethod.Kernel, TooMany(model, what, output, explained))
                : new(kind, Asked);
        return new(kind, model is BlendedModel && explained == ExplainedOutput.Probability
            ? "the ensemble is a mean of models made of trees or linear ones, and its values are the same mean of theirs, each exact"
            : $"the {output} of {what} follows from {PartsNamed(kind)}, and is shared out exactly");
    }

    private static string PartsNamed(ShapMethod kind) =>
        kind switch { ShapMethod.Tree => "trees", ShapMethod.Linear => "linear margins", _ => "trees and linear margins" };

    private static string NameOf(ExplainedOutput output) =>
        output switch { ExplainedOutput.Raw => "margin", ExplainedOutput.Decision => "decision", _ => "score" };

    private static string TooMany(IModel model, string what, string output, ExplainedOutput explained = ExplainedOutput.Probability) =>
        $"{what} uses {ModelParts.Mixed(model, explained)} columns {(model is BlendedModel && explained == ExplainedOutput.Probability
            ? "in one of its models " : "")}and exact values of the {output} take up to {MixtureGame.MostPlayers}, so Kernel SHAP calls it "
        + "as it is";
}
