using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>What stands behind all rows and behind each group, as far as it is known before a model predicts.</summary>
internal static class LabelCounts
{
    /// <summary>The counts; positives are the rows of the condition's class, where it names one.</summary>
    public static EvidenceCounts Of(ConditionSpec condition, Truth truth, Grouping grouping)
    {
        bool known = truth.Task == TaskType.BinaryClassification || condition.Class is not null;
        int code = condition.Class is null ? Sample.Positive : Labels.IndexOf(truth.Classes, condition.Class);
        var sums = new Sums[grouping.Groups.Count, 2];
        var all = new Sums[2];
        for (int row = 0; row < truth.Rows; row++)
        {
            double weight = truth.Weights?[row] ?? 1;
            int positive = truth.Labels is { } labels && labels[row] == code ? 1 : 0;
            all[positive] = all[positive].With(weight);
            sums[grouping.Codes[row], positive] = sums[grouping.Codes[row], positive].With(weight);
        }
        GroupCounts Count(Sums positives, Sums negatives) => Counts(positives, negatives, known, truth.Weights is not null);
        return new(Count(all[1], all[0]), [.. Enumerable.Range(0, grouping.Groups.Count).Select(g => Count(sums[g, 1], sums[g, 0]))]);
    }

    private static GroupCounts Counts(Sums positives, Sums negatives, bool known, bool weighted)
    {
        Sums all = new(positives.Rows + negatives.Rows, positives.Weight + negatives.Weight, positives.Squares + negatives.Squares);
        return new(all.Rows, all.Weight, known ? positives.Rows : null, known ? negatives.Rows : null, null)
        {
            Effective = weighted ? new(all.Effective, known ? positives.Effective : null, known ? negatives.Effective : null, null) : null,
        };
    }

    private readonly record struct Sums(long Rows, double Weight, double Squares)
    {
        public double Effective => Squares > 0 ? Weight * Weight / Squares : 0;

        public Sums With(double weight) => new(Rows + 1, Weight + weight, Squares + (weight * weight));
    }
}
