using Gate.Bench.Coverage;
using Gate.Bench.Coverage.Populations;
using Gate.Bench.Coverage.References;
using Gate.Data.Randomness;
using Gate.Metrics;

namespace Gate.Tests.Bench;

public sealed class PopulationTests
{
    public static TheoryData<string> Names => [.. Laws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Probabilities_of_a_law_add_up_to_one(string name)
    {
        NamedLaw law = Laws.All.Single(law => law.Name == name);
        Assert.Equal(1, law.Main.Value.Probabilities.Sum(), 9);
        Assert.Equal(1, Weightings.Apply(law.Main.Value, law.Apart.Value, Weighting.Strata).Probabilities.Sum(), 9);
        Assert.True(Array.TrueForAll(law.Main.Value.Probabilities, p => p > 0));
    }

    [Fact]
    public void An_alias_table_draws_each_atom_as_often_as_its_probability_says()
    {
        double[] probabilities = [0.5, 0.25, 0.125, 0.0625, 0.0625];
        var table = new AliasTable(probabilities);
        var random = new SplitMix64(1);
        const int Draws = 100_000;
        var counts = new int[probabilities.Length];
        for (int i = 0; i < Draws; i++) counts[table.Draw(random)]++;
        for (int k = 0; k < counts.Length; k++) Assert.Equal(probabilities[k], (double)counts[k] / Draws, 0.006);
    }

    [Theory]
    [InlineData("binary inside 40 % calibrated", "roc_auc", 0.85, 0.002)]
    [InlineData("binary edge 10 % calibrated", "roc_auc", 0.98, 0.002)]
    [InlineData("binary edge 10 % calibrated", "base_rate", 0.1, 0.002)]
    [InlineData("binary inside 40 % calibrated", "expected_calibration_error", 0, 1e-12)]
    [InlineData("binary inside 40 % calibrated", "calibration_slope", 1, 1e-9)]
    [InlineData("numbers normal", "mean_error", 0, 1e-9)]
    [InlineData("numbers normal", "root_mean_squared_error", 0.5, 0.002)]
    public void A_law_is_what_its_name_says(string name, string metric, double value, double within)
    {
        Population law = Laws.All.Single(law => law.Name == name).Main.Value;
        Assert.Equal(value, ReferenceMetrics.Of(metric, law.Expected(law.Candidate, 200))!.Value, within);
    }

    [Fact]
    public void Tails_of_errors_reach_as_far_as_one_row_in_ten_millions()
    {
        IReadOnlyList<(double Error, double Probability)> t3 = ErrorQuantiles.Of(ErrorLaw.StudentThree);
        Assert.True(t3.Min(atom => atom.Probability) < 1e-7);
        Assert.True(t3.Max(atom => atom.Error) > 150);
        // The variance of t with three degrees of freedom is 3; beyond 1e-7 the atoms end.
        Assert.Equal(3, t3.Sum(atom => atom.Probability * atom.Error * atom.Error), 0.05);
        IReadOnlyList<(double Error, double Probability)> logNormal = ErrorQuantiles.Of(ErrorLaw.LogNormal);
        Assert.Equal(0, logNormal.Sum(atom => atom.Probability * atom.Error), 0.001);
        Assert.Equal((Math.E - 1) * Math.E, logNormal.Sum(atom => atom.Probability * atom.Error * atom.Error), 0.02);
    }

    [Fact]
    public void Rows_that_count_much_are_of_another_law()
    {
        NamedLaw law = Laws.All[0];
        Population mixed = Weightings.Apply(law.Main.Value, law.Apart.Value, Weighting.Strata);
        Assert.Equal([1, 9], mixed.Candidate.Truth.Weights!.Distinct().Order());
        double rare = mixed.Probabilities.Where((_, atom) => mixed.Candidate.Truth.Weights![atom] == 9).Sum();
        Assert.Equal(0.1, rare, 9);
        // A tenth of the rows has half of the weight: the base rate lies in the middle of 0.4 and 0.5.
        Assert.Equal(0.45, ReferenceMetrics.Of("base_rate", mixed.Expected(mixed.Candidate, 200))!.Value, 0.002);
    }

    [Fact]
    public void A_test_set_is_the_same_for_the_same_run_and_another_one_for_another()
    {
        var world = new World([Laws.All[0].Main.Value, Laws.All[0].Apart.Value], [0, 1]);
        DrawnSet first = world.Draw(RandomRows.Of("a", 0), 50), again = world.Draw(RandomRows.Of("a", 0), 50);
        Assert.Equal(100, first.Sample.Rows);
        Assert.Equal(((ClassOutput)first.Sample.Output!).Scores, ((ClassOutput)again.Sample.Output!).Scores);
        Assert.Equal(first.Sample.Truth.Labels, first.Baseline!.Truth.Labels);
        foreach (DrawnSet other in (DrawnSet[])[world.Draw(RandomRows.Of("a", 1), 50), world.Draw(RandomRows.Of("b", 0), 50)])
            Assert.NotEqual(((ClassOutput)first.Sample.Output!).Scores, ((ClassOutput)other.Sample.Output!).Scores);
    }
}
