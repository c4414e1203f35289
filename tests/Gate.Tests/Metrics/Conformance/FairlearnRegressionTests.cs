using Gate.Data;
using Gate.Tests.Metrics.Golden;
using Gate.Tests.Models;
using Gate.Tests.Reference;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Fairlearn's MetricFrame of regression metrics on the diabetes data, every value to 1e-9.</summary>
public sealed class FairlearnRegressionTests
{
    [Theory]
    [InlineData("frame", false)]
    [InlineData("frame_weighted", true)]
    public void Frames_agree(string name, bool weighted)
    {
        GoldenTable table = GoldenTable.Read("diabetes_predictions.csv");
        double[]? weights = weighted ? ((NumericColumn)TestCsv.Read(ReferenceFiles.Path("data/diabetes_raw.csv"))["AGE"]).Values : null;
        var checker = new FrameChecker(Samples.Regression(table.Numbers("y_true"), table.Numbers("y_pred"), weights), [table.Column("sex")],
            [], static metric => metric);
        checker.Check(GoldenJson.Read("fairlearn_regression_diabetes.json").GetProperty(name));
        Assert.Empty(checker.Differences);
        Assert.Equal(7 * 9, checker.Compared);
    }
}
