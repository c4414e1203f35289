using Gate.Policy.Document;

namespace Gate.Tests.Policy;

public class FullPolicyTests
{
    private static readonly PolicyDocument Policy = Policies.Read(Policies.Full);

    [Fact]
    public void Top_level_is_read()
    {
        Assert.Equal("mortgage", Policy.Name);
        Assert.Equal(PolicyTask.BinaryClassification, Policy.Task);
        Assert.Equal(0.9, Policy.Confidence);
        Assert.Equal(11UL, Policy.Seed);
        Assert.Equal(new EvidenceSpec(50, 10, 10, 5), Policy.Evidence);
        ExplainSpec explain = Policy.Explain!;
        Assert.Equal(new ExplainSpec("roc_auc", 3, 2, 1000) with { Allowed = explain.Allowed, Marks = explain.Marks, At = explain.At },
            explain);
        Assert.Equal((0, 24), (explain.Allowed.Count, explain.At.Line));
        Assert.Equal(new ReportSpec("Mortgages", null), Policy.Report);
    }

    [Fact]
    public void Data_is_read_with_texts_as_written()
    {
        DataSpec data = Policy.Data;
        Assert.Equal(["a.csv", "more/*.parquet"], data.Source);
        Assert.Null(data.Sql);
        Assert.Null(data.Test);
        Assert.Equal(0.3, data.Split!.Test);
        Assert.Equal(7UL, data.Split.Seed);
        Assert.Equal(["deny", "afam"], data.Split.Stratify);
        Assert.Equal("lvrat < 2", data.Where);
        Assert.Equal(["?", "NA", "-999"], data.NaValues);
        Assert.Equal("deny", data.Label);
        Assert.Equal("no", data.Positive);
        Assert.Null(data.Weight);
        Assert.Equal(["afam", "age_band"], data.Sensitive.Select(s => s.As));
        Assert.Equal([25, 45.5, 65], data.Sensitive[1].Bins!);
        Assert.Equal(["pirat", "age"], data.IncludeFeatures!);
        Assert.Equal(["id"], data.ExcludeFeatures);
    }

    [Fact]
    public void Models_are_read()
    {
        var train = Assert.IsType<TrainSpec>(Policy.Model);
        Assert.Equal("decision_tree", train.Algorithm);
        Assert.Equal(0.4, train.Threshold);
        Assert.Equal(new Dictionary<string, object?> { ["max_depth"] = null, ["min_samples_leaf"] = 10.0, ["criterion"] = "entropy" },
            train.Parameters);

        var predictions = Assert.IsType<PredictionsSpec>(Policy.Baseline);
        Assert.Equal("old.csv", predictions.Source);
        Assert.Equal(["branch", "id"], predictions.Key);
        Assert.Equal("y_pred", predictions.Prediction);
        Assert.Equal([new("", "y_score")], predictions.Score);
        Assert.Equal(0.5, predictions.Threshold);
    }

    [Fact]
    public void Conditions_are_read_with_what_they_override()
    {
        Assert.Equal(["roc_auc", "four-fifths", "equalized_odds_difference-by-afam", "accuracy_score"],
            Policy.Conditions.Select(c => c.Id));
        ConditionSpec c = Policy.Conditions[1];
        Assert.Equal(("selection_rate", CompareSpec.Ratio, MethodSpec.ToOverall), (c.Metric, c.Compare!.Value, c.Method!.Value));
        Assert.Equal(["afam", "age_band"], c.By);
        Assert.Equal(["hschool"], c.Control);
        Assert.Equal((0.8, null, null), (c.Min, c.Max, c.MaxRegression));
        Assert.Equal((DecideOn.Point, Effect.Fail, Effect.Warn, Level.Warn), (c.DecideOn, c.OnInconclusive, c.OnUndefined, c.Level));
        Assert.Equal("Four-fifths rule", c.Why);
        Assert.Equal(0.99, c.Confidence);
        Assert.Equal(new EvidenceSpec(50, 20, 10, 5), c.Evidence);
        Assert.Equal(0.01, Policy.Conditions[0].MaxRegression);
        Assert.Equal(0.9, Policy.Conditions[0].Confidence);
        Assert.Equal(Level.Inform, Policy.Conditions[3].Level);
    }

    [Fact]
    public void Waivers_are_read() =>
        Assert.Equal([new WaiverSpec("four-fifths", "@risk-team", "new data", "42", new DateOnly(2027, 1, 31), new Mark(48, 7))],
            Policy.Waivers);

    [Fact]
    public void Every_part_remembers_where_it_stands()
    {
        Assert.Equal(new Mark(4, 1), Policy.Data.At);
        Assert.Equal(new Mark(9, 3), Policy.Data.Marks["label"]);
        Assert.Equal(new Mark(13, 7), Policy.Data.Marks["sensitive[0]"]);
        Assert.Equal(new Mark(14, 9), Policy.Data.Marks["sensitive[1].column"]);
        Assert.Equal(new Mark(15, 48), Policy.Data.Marks["features.exclude[0]"]);
        Assert.Equal(new Mark(5, 12), Policy.Data.Marks["source[0]"]);
        Assert.Equal(new Mark(16, 1), Policy.Model.At);
        Assert.Equal(new Mark(19, 1), Policy.Baseline!.At);

        ConditionSpec c = Policy.Conditions[1];
        Assert.Equal(new Mark(29, 5), c.At);
        Assert.Equal(new Mark(31, 5), c.Marks["by"]);
        Assert.Equal(new Mark(31, 16), c.Marks["by[1]"]);
        Assert.Equal(new Mark(32, 14), c.Marks["control[0]"]);
        Assert.Equal(new Mark(35, 5), c.Marks["min"]);
        Assert.Equal(new Mark(42, 17), c.Marks["evidence.min_positives"]);
        // A flow map starts at its brace; its first key stands after it.
        Assert.Equal(new Mark(46, 7), Policy.Conditions[3].At);
    }
}
