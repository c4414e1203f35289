namespace Gate.Explain;

/// <summary>Which output of a model is shared out among its columns: shap's <c>model_output</c>.</summary>
public enum ExplainedOutput
{
    /// <summary>The margin: log-odds, or the sum before the link. Of a model without one, its score.</summary>
    Raw,

    /// <summary>The score: the probability, or the prediction of a regression.</summary>
    Probability,
}
