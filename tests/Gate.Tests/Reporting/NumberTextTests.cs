using Gate.Evaluation.Results;
using static Gate.Tests.Reporting.Samples.SampleResults;

namespace Gate.Tests.Reporting;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.81234, "0.8123")]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1.0000")]
    [InlineData(54.3219, "54.32")]
    [InlineData(543.219, "543.2")]
    [InlineData(12345.6, "12,346")]
    [InlineData(-1234.56, "-1,235")]
    [InlineData(0.00012346, "0.0001235")]
    [InlineData(-0.00004, "-0.00004000")]
    [InlineData(0.00001, "0.00001000")]
    [InlineData(0.000009876543, "9.877e-6")]
    [InlineData(-1e-12, "-1.000e-12")]
    [InlineData(-1.25e300, "-1.250e+300")]
    [InlineData(123456789012345.5, "123,456,789,012,346")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void An_estimate_alone(double value, string text) => Assert.Equal(text, NumberText.Estimate(value));

    [Theory]
    [InlineData(1190, "1,190")]
    [InlineData(75, "75")]
    [InlineData(-12345, "-12,345")]
    [InlineData(123456789012345, "123,456,789,012,345")]
    [InlineData(1e15, "1.000e+15")]
    public void A_whole_number_from_ten_on_has_no_decimals(double value, string text) => Assert.Equal(text, NumberText.Estimate(value));

    [Fact]
    public void A_value_beside_an_estimate_has_its_decimals()
    {
        Assert.Equal("-8.97", NumberText.Beside(-8.9729, -8.39, Interval(-15.62, -1.26)));
        Assert.Equal("987.0", NumberText.Beside(987, 926, Interval(898, 953)));
        Assert.Equal("0.8840", NumberText.Beside(0.884, null, null));
        Assert.Equal("–", NumberText.Beside(null, 1, Interval(0, 1)));
    }

    [Fact]
    public void No_estimate_is_a_dash() => Assert.Equal("–", NumberText.Estimate(null));

    [Theory]
    [InlineData(0.94, 0.88, 1.0, "0.9400", "0.8800 to 1.0000")]
    [InlineData(9.87, 8.9, 10.8, "9.87", "8.90 to 10.80")]
    [InlineData(-0.00001, -0.2, 0.2, "0.0000", "-0.2000 to 0.2000")]
    [InlineData(2e-9, 0, 5.5e-9, "2.000e-9", "0 to 5.500e-9")]
    public void An_estimate_and_its_interval_have_the_same_decimals(double value, double low, double high, string estimate, string interval)
    {
        Assert.Equal(estimate, NumberText.Estimate(value, Interval(low, high)));
        Assert.Equal(interval, NumberText.Interval(value, Interval(low, high)));
    }

    [Fact]
    public void Counts_have_commas_and_bounds_are_as_written()
    {
        Assert.Equal("1,204,411", NumberText.Count(1_204_411));
        Assert.Equal("0.8", NumberText.Exact(0.8));
        Assert.Equal("99.5%", NumberText.Percent(0.995));
    }

    [Theory]
    [InlineData(0.8, "0.8")]
    [InlineData(999.5, "999.5")]
    [InlineData(50000, "50,000")]
    [InlineData(-1234567.125, "-1,234,567.125")]
    [InlineData(1e-13, "1E-13")]
    public void Bounds_for_people_have_commas(double value, string text) => Assert.Equal(text, NumberText.Bound(value));

    [Theory]
    [InlineData(-0.0, "0%")]
    [InlineData(-4e-8, "0%")]
    [InlineData(-0.0004, "-0.04%")]
    public void A_percentage_is_never_minus_zero(double share, string text) => Assert.Equal(text, NumberText.Percent(share));

    [Theory]
    [InlineData(0.000005, "0.000005")]
    [InlineData(-0.0000123, "-0.0000123")]
    [InlineData(1e-12, "0.000000000001")]
    [InlineData(1e-13, "1E-13")]
    [InlineData(0.8, "0.8")]
    public void Small_bounds_are_written_out(double value, string text) => Assert.Equal(text, NumberText.Exact(value));
}
