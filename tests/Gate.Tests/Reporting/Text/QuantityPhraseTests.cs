using System.Globalization;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

/// <summary>Sizes, times, shares and names as people read them.</summary>
public class QuantityPhraseTests
{
    [Theory]
    [InlineData(0.0000042, "4.2 µs")]
    [InlineData(0.000999, "999 µs")]
    [InlineData(0.001, "1 ms")]
    [InlineData(0.3104, "310.4 ms")]
    [InlineData(1.0, "1.0 s")]
    [InlineData(12.44, "12.4 s")]
    public void A_length_of_time(double seconds, string words) => Assert.Equal(words, Phrases.Duration(seconds));

    [Theory]
    [InlineData(812, "812 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(48_210, "48.2 kB")]
    [InlineData(1_000_000, "1.0 MB")]
    [InlineData(1_440_000, "1.4 MB")]
    [InlineData(1_000_000_000, "1.0 GB")]
    [InlineData(12_340_000_000, "12.3 GB")]
    public void A_size_of_a_file(long bytes, string words) => Assert.Equal(words, Phrases.Bytes(bytes));

    [Theory]
    [InlineData("2026-03-02T09:14:59Z", "2026-03-02 09:14 UTC")]
    [InlineData("2026-03-02T01:14:00+02:00", "2026-03-01 23:14 UTC")]
    [InlineData("2026-03-02T09:14:00", "2026-03-02 09:14 UTC")]
    [InlineData("yesterday", "yesterday")]
    public void A_moment(string iso, string words) => Assert.Equal(words, Phrases.Moment(iso));

    [Theory]
    [InlineData("selection_rate", "Selection rate")]
    [InlineData("roc_auc", "ROC AUC")]
    [InlineData("r2", "R²")]
    [InlineData("f1_macro", "F1 macro")]
    [InlineData("", "")]
    public void A_metric_as_a_heading(string name, string words) => Assert.Equal(words, Phrases.Heading(name));

    [Fact]
    public void An_interval_has_its_confidence_in_its_name()
    {
        Assert.Equal("99.5% interval", Phrases.IntervalName(new(0, 1, 0.995, "wilson")));
        Assert.Equal("Interval", Phrases.IntervalName(null));
    }

    [Theory]
    [InlineData(0.123456, "12.35%")]
    [InlineData(1.5, "150%")]
    [InlineData(-0.00004, "0%")]
    public void A_share_has_at_most_two_decimals(double share, string words) => Assert.Equal(words, Phrases.Share(share));

    [Fact]
    public void They_read_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(("4.2 µs", "310.4 ms", "12.4 s", "1.4 MB", "2026-03-02 09:14 UTC"), (Phrases.Duration(4.2e-6),
                Phrases.Duration(0.3104), Phrases.Duration(12.44), Phrases.Bytes(1_440_000), Phrases.Moment("2026-03-02T09:14:00Z")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
