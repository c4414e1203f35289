namespace Gate.Tests.Bench;

/// <summary>
/// A sample of the simulations of coverage, with fixed seeds: an interval that has become less honest fails here before the long
/// simulation finds it. The cells were not chosen because they hold; those that do not are recorded as they are.
/// </summary>
public sealed class CoverageSampleTests
{
    public static TheoryData<string> Parts => [.. CoverageSample.Parts.Select(part => part.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Intervals_are_no_less_honest_than_recorded(string name)
    {
        SamplePart part = CoverageSample.Parts.Single(part => part.Name == name);
        IReadOnlyList<SampleOutcome> outcomes = part.Simulate();
        Assert.Equal(part.Cells.Order(), outcomes.Select(outcome => outcome.Cell).Order());
        if (SampleTolerances.AreWritten) SampleTolerances.Write(outcomes);
        Dictionary<string, (double Least, double Above, double Below, double None)> tolerances = SampleTolerances.Read();
        string[] worse = [.. outcomes.Where(outcome => IsWorse(outcome, tolerances[outcome.Cell]))
            .Select(outcome => $"{outcome} is worse than {tolerances[outcome.Cell]}")];
        Assert.True(worse.Length == 0, string.Join('\n', worse));
    }

    [Fact]
    public void The_sample_has_sixty_cells_and_each_has_its_tolerances()
    {
        string[] cells = [.. CoverageSample.Parts.SelectMany(part => part.Cells)];
        Assert.Equal(60, cells.Distinct().Count());
        Assert.Equal(cells.Order(), SampleTolerances.Read().Keys.Order());
    }

    [Theory]
    [InlineData(93, 3, 4, 5, false)]
    [InlineData(92.5, 3, 4, 0, true)]
    [InlineData(93, 4.5, 2, 0, true)]
    [InlineData(93, 2, 5, 0, true)]
    [InlineData(100, 0, 0, 5.5, true)]
    public void A_cell_is_worse_when_it_covers_less_or_errs_more_on_either_side_or_says_less(double coverage, double above, double below,
        double none, bool worse) => Assert.Equal(worse, IsWorse(new SampleOutcome("", coverage, above, below, none), (93, 4, 4, 5)));

    private static bool IsWorse(SampleOutcome outcome, (double Least, double Above, double Below, double None) tolerance) =>
        outcome.Coverage < tolerance.Least || outcome.Above > tolerance.Above || outcome.Below > tolerance.Below
        || outcome.None > tolerance.None;
}
