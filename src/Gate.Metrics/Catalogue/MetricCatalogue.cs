using Gate.Metrics.Classification;
using Gate.Metrics.Fairness;
using Gate.Metrics.Kinds;
using Gate.Metrics.Regression;
using Gate.Metrics.Scores;

namespace Gate.Metrics.Catalogue;

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
        new Specificity(),
        new NegativePredictiveValue(),
        new FalseDiscoveryRate(),
        new FalseOmissionRate(),
        new FBeta(),
        new AveragedFBeta(Average.Micro),
        new AveragedFBeta(Average.Macro),
        new AveragedFBeta(Average.Weighted),
        new BalancedAccuracyAdjusted(),
        new Informedness(),
        new Markedness(),
        new PositiveLikelihoodRatio(),
        new NegativeLikelihoodRatio(),
        new WeightedCohenKappa(quadratic: false),
        new WeightedCohenKappa(quadratic: true),

        new RocAuc(),
        new RocAucOvr(),
        new AveragePrecision(),
        new LogLoss(),
        new BrierScoreLoss(),
        new MeanScore(),
        new RocAucOvrWeighted(),
        new RocAucOvo(weighted: false),
        new RocAucOvo(weighted: true),
        new PartialRocAuc(),
        new TprAtFpr(),
        new Gini(),
        new KsStatistic(),
        new PrAuc(),
        new AveragePrecisionMacro(),
        new PrecisionAtK(),
        new RecallAtK(),
        new PrecisionAtRecall(),
        new RecallAtPrecision(),
        new TopKAccuracy(),
        new HingeLoss(),
        new D2LogLoss(),
        new D2Brier(),
        new ExpectedCalibrationError(),
        new ExpectedCalibrationErrorQuantile(),
        new MaximumCalibrationError(),
        new CalibrationSlope(),
        new CalibrationIntercept(),

        new MeanAbsoluteError(),
        new MedianAbsoluteError(),
        new MeanSquaredError(),
        new RootMeanSquaredError(),
        new MeanAbsolutePercentageError(),
        new MeanError(),
        new R2(),
        new ExplainedVariance(),
        new MaxError(),
        new MeanSquaredLogError(),
        new RootMeanSquaredLogError(),
        new SymmetricMeanAbsolutePercentageError(),
        new MeanPinballLoss(),
        new MeanPoissonDeviance(),
        new MeanGammaDeviance(),
        new MeanTweedieDeviance(),
        new D2AbsoluteError(),
        new D2Pinball(),
        new D2Tweedie(),
        new PearsonCorrelation(),
        new SpearmanCorrelation(),
        new PredictionQuantile(),
        new IntervalCoverage(),
        new MeanIntervalWidth(),

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
