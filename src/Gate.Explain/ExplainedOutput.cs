namespace Gate.Explain;

/// <summary>Which output of a model is shared out among its columns: shap's <c>model_output</c>.</summary>
public enum ExplainedOutput
{
    /// <summary>The margin: log-odds, or the sum before the link. Of a model without one, its score.</summary>
    Raw,

    /// <summary>The score: the probability, or the prediction of a regression.</summary>
    Probability,

    /// <summary>Of two classes the decision: 1 where the score is at least a threshold, else 0. Its mean over rows is the selection
    /// rate.</summary>
    Decision,
}
