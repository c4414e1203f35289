using Gate.Data;
using Gate.Explain;
using Gate.Explain.Linear;
using Gate.Models;
using Gate.Models.Catalogue;

namespace Gate.Tests.Explain.Linear;

/// <summary>The columns that a linear model makes of raw ones, by what they are to be.</summary>
public sealed class EngineeredShapTests
{
    private static readonly Table rows = new([new CategoryColumn("colour", [0, 1, 2, 0, 1, 2, -1, 0, 1, 2], ["red", "blue", "green"]),
        new NumericColumn("size", [1, 2, 3, 4, 5, 6, 7, 8, 9, 11])]);

    private static ILinearModel Model() => (ILinearModel)LearnerCatalogue.Find("linear_regression")!
        .Create(new Dictionary<string, object?>()).Fit(new(TaskType.Regression, rows, [], null, [1, 3, 2, 4, 9, 5, 7, 8, 8, 1], null));

    [Fact]
    public void A_level_is_coefficient_times_distance_from_its_share()
    {
        ILinearModel model = Model();
        ShapValues found = EngineeredShap.Explain(model, rows, rows);
        Assert.Equal(["colour=red", "colour=blue", "colour=green", "colour=(missing)", "size"], found.Features);
        LinearTerm colour = model.Terms.Single(term => term.Input == 0);
        double[] shares = [0.3, 0.3, 0.3, 0.1];
        int[] levels = [0, 1, 2, 0, 1, 2, 3, 0, 1, 2];
        for (int row = 0; row < rows.RowCount; row++)
            for (int level = 0; level < 4; level++)
                Assert.Equal(colour.Coefficients[level] * ((levels[row] == level ? 1 : 0) - shares[level]), found[row, level], 1e-12);
        Assert.InRange(found.AdditivityError, 0, 1e-10);
    }

    [Fact]
    public void They_add_up_to_raw_columns_with_the_same_base()
    {
        ILinearModel model = Model();
        ShapValues found = EngineeredShap.Explain(model, rows, rows), raw = LinearShap.Explain(model, rows, rows, new());
        Assert.Equal(raw.BaseValues[0], found.BaseValues[0], 1e-10);
        for (int row = 0; row < rows.RowCount; row++)
        {
            Assert.Equal(raw[row, 0], Enumerable.Range(0, 4).Sum(level => found[row, level]), 1e-10);
            Assert.Equal(raw[row, 1], found[row, 4], 1e-10);
        }
        Assert.Throws<ModelException>(() => EngineeredShap.Explain(model, rows, rows.Take([])));
    }
}
