namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of a confusion matrix of two classes, from its four cells.</summary>
internal static class CountReferences
{
    public static double? Of(string name, WeightedRows rows)
    {
        double tp = Cell(rows, 1, 1), fp = Cell(rows, 0, 1), fn = Cell(rows, 1, 0), tn = Cell(rows, 0, 0), all = tp + fp + fn + tn;
        double recall = tp / (tp + fn), specificity = tn / (tn + fp), precision = tp / (tp + fp), negative = tn / (tn + fn);
        return name switch
        {
            "true_positives" => tp,
            "false_positives" => fp,
            "false_negatives" => fn,
            "true_negatives" => tn,
            "precision" => precision,
            "recall" or "true_positive_rate" => recall,
            "specificity" or "true_negative_rate" => specificity,
            "false_negative_rate" => 1 - recall,
            "false_positive_rate" => 1 - specificity,
            "negative_predictive_value" => negative,
            "false_discovery_rate" => 1 - precision,
            "false_omission_rate" => 1 - negative,
            "f1" => 2 * precision * recall / (precision + recall),
            "fbeta" => 5 * precision * recall / (4 * precision + recall),
            "jaccard" => tp / (tp + fp + fn),
            "informedness" => recall + specificity - 1,
            "markedness" => precision + negative - 1,
            "positive_likelihood_ratio" => recall / (1 - specificity),
            "negative_likelihood_ratio" => (1 - recall) / specificity,
            "selection_rate" or "mean_prediction" => (tp + fp) / all,
            "base_rate" => (tp + fn) / all,
            "treatment_ratio" => fn / fp,
            "conditional_acceptance" => (tp + fn) / (tp + fp),
            "conditional_rejection" => (tn + fp) / (tn + fn),
            "mean_benefit" => 1 + (fp - fn) / all,
            "generalized_entropy_index" => Spread(tp + tn, fp, all, fn) / 2,
            "coefficient_of_variation" => Math.Sqrt(Spread(tp + tn, fp, all, fn)),
            "theil_index" => Theil(tp + tn, fp, all, fn),
            _ => null,
        };
    }

    private static double Cell(WeightedRows rows, int label, int predicted) =>
        rows.Where(i => rows.Labels[i] == label && rows.Predictions[i] == predicted);

    /// <summary>The variance of the benefits over their squared mean; a benefit is 1 where right, 2 for a false positive, 0 for a false
    /// negative.</summary>
    private static double Spread(double right, double twice, double all, double nothing)
    {
        double mean = (right + 2 * twice) / all;
        double variance = (right * (1 - mean) * (1 - mean) + twice * (2 - mean) * (2 - mean) + nothing * mean * mean) / all;
        return variance / (mean * mean);
    }

    private static double Theil(double right, double twice, double all, double nothing)
    {
        double mean = (right + 2 * twice) / (right + twice + nothing);
        return (right * (1 / mean) * Math.Log(1 / mean) + twice * (2 / mean) * Math.Log(2 / mean)) / all;
    }
}
