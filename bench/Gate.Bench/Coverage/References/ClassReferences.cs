namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of a confusion matrix of any number of classes: each class against the others, averaged; agreement beyond
/// chance.</summary>
internal static class ClassReferences
{
    public static double? Of(string name, WeightedRows rows)
    {
        int n = rows.Classes;
        var cells = new double[n, n];
        for (int i = 0; i < rows.Count; i++) cells[rows.Labels[i], rows.Predictions[i]] += rows.Weights[i];
        double[] labelled = [.. Range(n).Select(k => Range(n).Sum(j => cells[k, j]))],
            predicted = [.. Range(n).Select(j => Range(n).Sum(k => cells[k, j]))], hits = [.. Range(n).Select(k => cells[k, k])];
        double all = labelled.Sum(), right = hits.Sum() / all;
        switch (name)
        {
            case "accuracy": return right;
            case "zero_one_loss": return 1 - right;
            case "balanced_accuracy": return Range(n).Average(k => hits[k] / labelled[k]);
            case "balanced_accuracy_adjusted": return (Range(n).Average(k => hits[k] / labelled[k]) - 1.0 / n) / (1 - 1.0 / n);
            case "matthews_corrcoef":
                double chance = Range(n).Sum(k => labelled[k] * predicted[k]) / (all * all);
                return (right - chance) / Math.Sqrt((1 - Range(n).Sum(k => labelled[k] * labelled[k]) / (all * all))
                    * (1 - Range(n).Sum(k => predicted[k] * predicted[k]) / (all * all)));
            case "cohen_kappa": return Kappa(static (k, j) => k == j ? 0 : 1);
            case "cohen_kappa_linear": return Kappa(static (k, j) => Math.Abs(k - j));
            case "cohen_kappa_quadratic": return Kappa(static (k, j) => (k - j) * (k - j));
            default: return Averaged(name, labelled, predicted, hits);
        }

        double Kappa(Func<int, int, int> distance) => 1
            - Range(n).Sum(k => Range(n).Sum(j => distance(k, j) * cells[k, j])) * all
            / Range(n).Sum(k => Range(n).Sum(j => distance(k, j) * labelled[k] * predicted[j]));
    }

    private static double? Averaged(string name, double[] labelled, double[] predicted, double[] hits)
    {
        int cut = name.LastIndexOf('_');
        if (cut < 0) return null;
        (string stem, string average) = (name[..cut], name[(cut + 1)..]);
        if (stem is not ("precision" or "recall" or "f1" or "fbeta" or "jaccard") || average is not ("micro" or "macro" or "weighted"))
            return null;
        if (average == "micro") return Share(stem, hits.Sum(), labelled.Sum(), predicted.Sum());
        double all = labelled.Sum();
        return Range(labelled.Length).Sum(k => (average == "macro" ? 1.0 / labelled.Length : labelled[k] / all)
            * Share(stem, hits[k], labelled[k], predicted[k]));
    }

    private static double Share(string stem, double hits, double labelled, double predicted) => stem switch
    {
        "precision" => hits / predicted,
        "recall" => hits / labelled,
        "f1" => 2 * hits / (labelled + predicted),
        "fbeta" => 5 * hits / (4 * labelled + predicted),
        _ => hits / (labelled + predicted - hits),
    };

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}
