using System.Globalization;
using Gate.Wording;

namespace Gate.Models.LightGbm;

/// <summary>From the objective of a model to what its sums mean.</summary>
internal static class LightGbmObjective
{
    /// <summary>The link of an objective.</summary>
    /// <param name="words">The objective and its parameters: <c>binary sigmoid:1</c>. Empty where the model has one of its user's
    /// own, whose sums are numbers.</param>
    /// <param name="outputs">The number of sums a row.</param>
    /// <exception cref="ModelException">The objective is unknown or ranks, or does not fit the number of sums.</exception>
    public static OutputLink Of(string[] words, int outputs)
    {
        string name = words.Length == 0 ? "" : words[0];
        OutputLink link = name switch
        {
            "regression" or "regression_l1" when words.Contains("sqrt") => new(LinkKind.SignedSquare),
            "" or "regression" or "regression_l1" or "huber" or "fair" or "quantile" or "mape" => new(LinkKind.Identity),
            "poisson" or "gamma" or "tweedie" => new(LinkKind.Exp),
            "binary" => new(LinkKind.Logistic, Parameter(words, "sigmoid")),
            "cross_entropy" => new(LinkKind.Logistic),
            "cross_entropy_lambda" => new(LinkKind.LogOnePlusExp),
            "multiclass" => new(LinkKind.Softmax),
            "multiclassova" => new(LinkKind.LogisticEach, Parameter(words, "sigmoid")),
            "lambdarank" or "rank_xendcg" => throw new ModelException($"its objective is {name}; a model that ranks is no candidate"),
            _ => throw new ModelException($"its objective '{Shown.Of(name)}' is unknown"),
        };
        bool several = link.Kind is LinkKind.Softmax or LinkKind.LogisticEach;
        if (several ? outputs < 2 : outputs != 1)
            throw new ModelException($"its objective is {(name.Length == 0 ? "unknown" : name)}, but it has {outputs} trees an iteration");
        return link;
    }

    private static double Parameter(string[] words, string name)
    {
        if (words.FirstOrDefault(word => word.StartsWith(name + ":", StringComparison.Ordinal)) is not { } word) return 1;
        return double.TryParse(word.AsSpan(name.Length + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value > 0 && double.IsFinite(value)
            ? value : throw new ModelException($"'{Shown.Of(word)}' of its objective is no positive number");
    }
}
