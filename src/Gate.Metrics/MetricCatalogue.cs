using Gate.Metrics.Classification;
using Gate.Metrics.Fairness;
using Gate.Metrics.Regression;
using Gate.Metrics.Scores;
using Gate.Metrics.Statistics;

namespace Gate.Metrics;

/// <summary>All metrics, by name. Adding one is one file and one line here.</summary>
public static class MetricCatalogue
{
    /// <summary>All metrics, in the order of the documentation.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new Accuracy(),
        new BalancedAccuracy(),
        new ZeroOneLoss(),
        new Precision(),
        new AveragedPrecision(Average.Micro),
        new AveragedPrecision(Average.Macro),
        new AveragedPrecision(Average.Weighted),
        new Recall(),
        new AveragedRecall(Average.Micro),
        new AveragedRecall(Average.Macro),
        new AveragedRecall(Average.Weighted),
        new F1(),
        new AveragedF1(Average.Micro),
        new AveragedF1(Average.Macro),
        new AveragedF1(Average.Weighted),
        new Jaccard(),
        new AveragedJaccard(Average.Micro),
        new AveragedJaccard(Average.Macro),
        new AveragedJaccard(Average.Weighted),
        new MatthewsCorrcoef(),
        new CohenKappa(),
        new ConfusionCell(positive: true, predictedPositive: true),
        new ConfusionCell(positive: false, predictedPositive: true),
        new ConfusionCell(positive: true, predictedPositive: false),
        new ConfusionCell(positive: false, predictedPositive: false),

        new RocAuc(),
        new RocAucOvr(),
        new AveragePrecision(),
        new LogLoss(),
        new BrierScoreLoss(),
        new MeanScore(),

        new MeanAbsoluteError(),
        new MedianAbsoluteError(),
        new MeanSquaredError(),
        new RootMeanSquaredError(),
        new MeanAbsolutePercentageError(),
        new MeanError(),
        new R2(),

        new Count(),
        new SelectionRate(),
        new BaseRate(),
        new MeanPrediction(),
        new TruePositiveRate(),
        new FalseNegativeRate(),
        new TrueNegativeRate(),
        new FalsePositiveRate(),
        new TreatmentRatio(),
        new ConditionalAcceptance(),
        new ConditionalRejection(),
        new MeanBenefit(),
        new GeneralizedEntropyIndex(),
        new TheilIndex(),
        new CoefficientOfVariation(),
        new Consistency(),
    ];

    private static readonly Dictionary<string, Metric> byName = Index();

    /// <summary>Finds a metric by its name or one of its aliases.</summary>
    /// <param name="name">A name as a policy writes it.</param>
    public static Metric? Find(string name) => byName.GetValueOrDefault(name);

    private static Dictionary<string, Metric> Index()
    {
        var index = new Dictionary<string, Metric>(StringComparer.Ordinal);
        foreach (Metric metric in All)
            foreach (string name in metric.Aliases.Prepend(metric.Name)) index.Add(name, metric);
        return index;
    }
}
