using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

internal static partial class SampleResults
{
    private static GroupFact Group(string label, long count, double estimate, double half, string? level = null, string? excluded = null) =>
        new()
    {
        Label = label, Key = label.Split(" × "), ControlLevel = level, Count = count, Positives = count * 7 / 8,
            Negatives = count - count * 7 / 8,
        Estimate = estimate, Interval = Interval(Math.Max(0, estimate - half), Math.Min(1, estimate + half), "wilson"), Excluded = excluded,
    };

    private static Finding[] MortgageFindings() =>
    [
        new()
        {
            Id = "auc", Metric = "roc_auc", Estimate = 0.8312, Interval = Interval(0.8021, 0.8597), Bound = new(0.8, null, null),
                DecideOn = "interval", Level = "enforce", Outcome = Outcome.Satisfied, Verdict = Verdict.Pass,
            Sentence = "ROC AUC is 0.8312 (95% interval 0.8021 to 0.8597) on 749 rows; at least 0.8 is required.", Line = 24, Column = 5,
                Rows = 749,
        },
        new()
        {
            Id = "accuracy-regression", Metric = "accuracy", Estimate = 0.8411, Interval = Interval(0.8132, 0.8656, "wilson"),
                Bound = new(null, null, 0.01), Regression = new(0.8812, 0.0401, null, Interval(0.0187, 0.0614)),
            DecideOn = "interval", Level = "enforce", Outcome = Outcome.Violated, Verdict = Verdict.Fail,
                Sentence = "Accuracy is 0.0401 worse than the baseline's 0.8812 (95% interval 0.0187 to 0.0614) on 749 rows; at most 0.01 "
                + "worse is allowed.", Line = 28, Column = 5, Rows = 749,
        },
        new()
        {
            Id = "four-fifths", Metric = "selection_rate", By = ["afam"], Compare = "ratio", Method = "between_groups", Estimate = 0.7149,
                Interval = Interval(0.6212, 0.7903), Bound = new(0.8, null, null), DecideOn = "interval", Level = "enforce",
            Outcome = Outcome.Violated, Verdict = Verdict.Fail,
            Brief = "afam = yes is selected 0.7149 times as often as afam = no; the rule is at least 0.8.", Unit = "ratio",
            Sentence = "The selection rate of afam = yes is 0.7149 of that of no (95% interval "
                + "0.6212 to 0.7903) on 735 rows; at least 0.8 is required.", Why = "Four-fifths rule, 29 CFR 1607.4(D)", Line = 31,
                Column = 5, Rows = 735, DecidedBy = "yes",
            Groups = [Group("no", 634, 0.9085, 0.0231), Group("yes", 101, 0.6495, 0.0912),
                Group("(missing)", 14, 0.7857, 0.2103, excluded: "14 rows, the floor is 30")],
        },
        new()
        {
            Id = "odds", Metric = "equalized_odds_difference", By = ["afam", "sex"], Method = "between_groups", Estimate = 0.1312,
                Interval = Interval(0.0512, 0.2297), Bound = new(null, 0.15, null), DecideOn = "interval", Level = "enforce",
            Outcome = Outcome.Inconclusive, Verdict = Verdict.Inconclusive,
                Sentence = "The largest difference of true and false positive rates between groups of afam × sex is 0.1312 (95% interval "
                + "0.0512 to 0.2297) on 735 rows; at most 0.15 is allowed, and the interval holds the bound.", Line = 36, Column = 5,
                Rows = 735, DecidedBy = "yes × female", Unit = "share",
            Brief = "true_positive_rate of afam = yes, sex = female is 0.1312 below that of afam = no, sex = male; the rule is at most "
                + "0.15; about 160 rows of afam = yes, sex = female (there are 29) would show that it keeps to the bound.",
            WouldSettle = new(160, 29, Outcome.Satisfied, "yes × female", null, 160),
            Groups = [Group("no × female", 121, 0.9321, 0.0461), Group("no × male", 513, 0.9402, 0.0209),
                Group("yes × female", 29, 0.8090, 0.1402), Group("yes × male", 72, 0.8723, 0.0781)],
        },
        new()
        {
            Id = "parity-within-school", Metric = "selection_rate", By = ["afam"], Control = ["hschool"], Compare = "difference",
                Method = "between_groups", Estimate = 0.1804, Interval = Interval(0.1102, 0.2604), Bound = new(null, 0.3, null),
                DecideOn = "interval", Level = "enforce",
            Outcome = Outcome.Satisfied, Verdict = Verdict.Pass,
            Sentence = "Within the levels of hschool, selection rates of afam differ by at most "
                + "0.1804 (95% interval 0.1102 to 0.2604), in hschool = no, on 735 rows; at most 0.3 is allowed.", Line = 40, Column = 5,
                Rows = 735, DecidedBy = "yes (hschool = no)",
            Groups = [Group("no", 24, 0.8333, 0.15, "hschool = no", "24 rows, the floor is 30"),
                Group("yes", 31, 0.6529, 0.17, "hschool = no"), Group("no", 610, 0.9112, 0.0231, "hschool = yes"),
                Group("yes", 70, 0.7488, 0.1012, "hschool = yes")],
        },
        new()
        {
            Id = "recall-by-sex", Metric = "recall", By = ["sex"], Compare = "group_min", Estimate = 0.8812,
                Interval = Interval(0.8302, 0.9208, "wilson"), Bound = new(0.93, null, null), DecideOn = "interval", Level = "enforce",
            Outcome = Outcome.Violated, Verdict = Verdict.Warn, WaivedBy = "@risk-team",
                Sentence = "Recall is lowest for sex = female: 0.8812 (95% interval 0.8302 to 0.9208) on 150 rows; at least 0.93 is "
                + "required.", Line = 45, Column = 5, Rows = 150, DecidedBy = "female",
            Groups = [Group("female", 150, 0.8812, 0.0451), Group("male", 599, 0.9522, 0.0192)],
        },
        new()
        {
            Id = "precision-by-race", Metric = "precision", By = ["afam"], Compare = "group_max", Estimate = null, Undefined =
                "no row was predicted positive in (missing)", Bound = new(null, 0.99, null), DecideOn = "interval", Level = "warn",
            Outcome = Outcome.Undefined, Verdict = Verdict.Warn,
                Sentence = "Precision by afam is undefined: no row was predicted positive in (missing).", Line = 49, Column = 5, Rows = 749,
            Groups = [Group("no", 634, 0.9418, 0.0221), Group("yes", 101, 0.9101, 0.0512), new() { Label = "(missing)", Key = ["(missing)"],
                Count = 14, Positives = 12, Negatives = 2, Undefined = "no row was predicted positive" }],
        },
        new()
        {
            Id = "calibration", Metric = "brier_score", Estimate = 0.0912, Bound = new(null, 0.1, null), DecideOn = "point",
                Level = "enforce", Outcome = Outcome.Satisfied, Verdict = Verdict.Pass,
            Sentence = "The Brier score is 0.0912 on 749 rows; at most 0.1 is allowed.", Line = 53, Column = 5, Rows = 749,
        },
        new()
        {
            Id = "log-loss", Metric = "log_loss", Estimate = 0.3104, Interval = Interval(0.2876, 0.3359), DecideOn = "interval",
                Level = "inform", Outcome = Outcome.Reported, Verdict = Verdict.Inform,
            Sentence = "Log loss is 0.3104 (95% interval 0.2876 to 0.3359) on 749 rows.", Line = 56, Column = 5, Rows = 749,
        },
    ];
}
