using Gate.Data;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Misreadings;
using Gate.Policy.Document;

namespace Gate.Evaluation.Planning;

/// <summary>Says what the test set of a policy can decide. It reads the data and trains nothing.</summary>
public static class PowerCheck
{
    /// <summary>The probability with which a decision is wanted: the usual one of planning (J. Cohen, 1988).</summary>
    public const double Probability = 0.8;

    /// <summary>One line a condition, in their order.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="note">Told what a run would note of the data: columns that are probably read as something that nobody meant, missing
    /// and repeated values, split spellings, files without a checksum.</param>
    /// <exception cref="PolicyException">The policy names columns, classes or groups that the data does not have.</exception>
    /// <exception cref="DataException">The data cannot be used as asked.</exception>
    public static IReadOnlyList<PlanLine> Plan(RunInputs inputs, IRunProgress progress, CancellationToken cancel,
        Action<string>? note = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(progress);
        Dataset data = DataLoader.Load(inputs, progress, cancel);
        DataChecks.Require(inputs, data);
        foreach (string text in ColumnReadings.Require(inputs, data).Concat(Notes.Of(inputs.Policy, data))) note?.Invoke(text);
        progress.Begin("planning");
        PolicyDocument policy = inputs.Policy;
        return [.. policy.Conditions.Select(condition => new ConditionPlanner(data, condition, FamilySize(policy, condition)).Plan())];
    }

    /// <summary>Refuses bounds that the test set cannot decide.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <param name="lines">What <see cref="Plan"/> found.</param>
    /// <exception cref="PolicyException">Even the best possible model would not be shown to keep a bound; all such bounds are
    /// listed.</exception>
    public static void Require(RunInputs inputs, IReadOnlyList<PlanLine> lines)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(lines);
        PolicyProblem[] problems =
            [.. lines.Where(line => !line.IsDecidable)
            .Select(line => new PolicyProblem(line.At, line.Path, $"{line.Path}: this test set cannot decide the bound: {line.Text}"))];
        if (problems.Length > 0) throw new PolicyException(inputs.PolicyPath, problems);
    }

    private static int FamilySize(PolicyDocument policy, ConditionSpec condition) =>
        condition.Family is null ? 1 : policy.Conditions.Count(other => other.Family == condition.Family
            && other.DecideOn == DecideOn.Interval);
}
