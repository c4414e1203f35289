using Gate.Data.Numerics;
using Gate.Wording;

namespace Gate.Models.XGBoost;

/// <summary>What an objective makes of sums, and the scale of <c>base_score</c>.</summary>
/// <param name="Name">The objective's name.</param>
/// <param name="Link">From sums to scores.</param>
/// <param name="BaseIs">The scale of <c>base_score</c>: logistic (a probability), exponential (a mean), else that of the sums.</param>
internal sealed record XGBoostObjective(string Name, OutputLink Link, LinkKind BaseIs)
{
    /// <summary>The objective of a name.</summary>
    /// <exception cref="ModelException">It is unknown, or of no use for a candidate.</exception>
    public static XGBoostObjective Of(string name)
    {
        LinkKind kind = name switch
        {
            "reg:squarederror" or "reg:linear" or "reg:squaredlogerror" or "reg:pseudohubererror" or "reg:absoluteerror"
                => LinkKind.Identity,
            "reg:logistic" or "binary:logistic" or "binary:logitraw" => LinkKind.Logistic,
            "count:poisson" or "reg:gamma" or "reg:tweedie" => LinkKind.Exp,
            "multi:softprob" or "multi:softmax" => LinkKind.Softmax,
            _ => throw new ModelException($"its objective {Shown.Of(name)} {Reason(name)}"),
        };
        return new(name, new(kind), kind);
    }

    /// <summary>What the sums start from.</summary>
    /// <exception cref="ModelException">A probability is not between 0 and 1, or a mean is not positive.</exception>
    public double Margin(double baseScore)
    {
        double value = (float)baseScore;
        bool possible = BaseIs switch
        {
            LinkKind.Logistic => value is > 0 and < 1,
            LinkKind.Exp => value > 0 && double.IsFinite(value),
            _ => double.IsFinite(value),
        };
        if (!possible) throw new ModelException($"its base_score is impossible for {Name}");
        return BaseIs switch
        {
            LinkKind.Logistic => -Portable.Log(1 / value - 1),
            LinkKind.Exp => Portable.Log(value),
            _ => value,
        };
    }

    private static string Reason(string name) => name.Split(':')[0] switch
    {
        "rank" => "ranks, and a model that ranks is no candidate",
        "survival" => "is about survival times, which no task of a policy is",
        _ when name == "binary:hinge" => "gives classes without scores; train it with binary:logistic",
        _ when name == "reg:quantileerror" => "is not read; export the model as ONNX, or use its 'predictions'",
        _ => "is unknown",
    };
}
