namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>The baseline, explained on the rows that the candidate was explained on.</summary>
/// <param name="Model">The explained baseline.</param>
internal sealed record ExplainedBaseline(ExplainedModel Model)
{
    /// <summary>The one of a run; the policy has a baseline.</summary>
    public static ExplainedBaseline Of(RunContext run) =>
        run.Once(run => new ExplainedBaseline(ExplainedModel.OfBaseline(run, run.Once(ExplainedModel.Of))));
}
