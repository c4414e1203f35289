using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>A favourable class that the policy does not state. Of 'yes' and 'no' Gate takes 'yes', and of some labels that is what nobody
/// wishes for; 1 of 0 and 1 needs no word.</summary>
internal static class PositiveReadings
{
    public static IEnumerable<Misreading> Of(RunInputs inputs, Dataset data)
    {
        if (data.Task != TaskType.BinaryClassification || inputs.Policy.Data.Positive is not null) yield break;
        if (data.Classes is not [var negative, var positive] || positive == "1") yield break;
        yield return new($"The policy does not say which class of '{Shown.Of(inputs.Policy.Data.Label)}' is the favourable outcome; "
            + $"'{Shown.Of(positive)}' is taken, and groups are compared by it. If that is right, write 'positive: "
            + $"\"{Shown.Of(positive)}\"' in data; else 'positive: \"{Shown.Of(negative)}\"'.", false);
    }
}
