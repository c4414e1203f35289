using Gate.Data.Numerics;

namespace Gate.Tests.Data.Numerics;

/// <summary>References are sums of series in decimals of 28 digits, and for numbers beyond those values computed with 60 digits.</summary>
public sealed class PortableTests
{
    private const double MostUlps = 2;

    [Fact]
    public void The_exponential_is_within_2_units_in_the_last_place()
    {
        var random = new Random(1);
        for (int i = 0; i < 4000; i++)
        {
            double x = random.NextDouble() * 50 - 20;
            Check(Exp(Exact(x)), Portable.Exp(x));
        }
    }

    [Theory]
    [InlineData(-364.70784042752507, 4.0681541001494317e-159)]
    [InlineData(150.92333438203798, 3.50890259440313e+65)]
    [InlineData(-607.6698373311033, 1.2369234641239665e-264)]
    [InlineData(-681.4462998991823, 1.1262433518951224e-296)]
    [InlineData(479.993936673912, 2.8755309376100516e+208)]
    [InlineData(702.863573234242, 1.7773435661990594e+305)]
    [InlineData(-37.39871790087079, 5.727211024459088e-17)]
    public void The_exponential_of_large_numbers(double x, double expected) => Check(expected, Portable.Exp(x));

    [Fact]
    public void The_logarithm_is_within_2_units_in_the_last_place()
    {
        var random = new Random(2);
        for (int i = 0; i < 4000; i++)
        {
            // Around 1, where the result is small, and over many sizes.
            double x = i % 2 == 0 ? 0.5 + random.NextDouble() * 1.5 : Math.ScaleB(1 + random.NextDouble(), random.Next(-16, 40));
            Check(Log(Exact(x)), Portable.Log(x));
        }
    }

    [Fact]
    public void A_power_is_within_2_units_in_the_last_place()
    {
        var random = new Random(3);
        for (int i = 0; i < 4000; i++)
        {
            double x = Math.ScaleB(1 + random.NextDouble(), random.Next(-6, 12)), y = (random.NextDouble() * 10 - 5) / (i % 3 + 1);
            decimal exponent = Exact(y) * Log(Exact(x));
            if (exponent is > -20 and < 40) Check(Exp(exponent), Portable.Pow(x, y));
        }
    }

    [Theory]
    [InlineData(126706570.8507061, -0.8039909042226121, 3.057899407206382e-07)]
    [InlineData(2234.0584919856346, -11.879041583200186, 1.644245636554445e-40)]
    [InlineData(1769.16472022637, 12.513540442872088, 4.376023036395343e+40)]
    [InlineData(13427.638943986267, -14.82293110028209, 6.470614583557266e-62)]
    [InlineData(1.636998767601688e-05, -15.9456004500285, 2.0647750554917656e+76)]
    [InlineData(1330510571.311632, -13.686553469150175, 1.3293375721727983e-125)]
    [InlineData(1.7110259851577124e-09, -9.622443998073331, 2.277704407636117e+84)]
    [InlineData(0.3, 0.1, 0.8865681505652133)]
    [InlineData(1.0000001, 1000000000.0, 2.6881038582144647e+43)]
    [InlineData(0.9999999, 5000000000.0, 7.124400169530441e-218)]
    [InlineData(5e-324, 0.25, 1.4908919308538355e-81)]
    public void A_power_of_large_numbers(double x, double y, double expected) => Check(expected, Portable.Pow(x, y));

    [Fact]
    public void Edges()
    {
        Assert.Equal(1, Portable.Exp(0));
        Assert.Equal(0, Portable.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Portable.Exp(1000));
        Assert.Equal(double.NaN, Portable.Exp(double.NaN));
        Assert.Equal(0, Portable.Log(1));
        Assert.Equal(double.NegativeInfinity, Portable.Log(0));
        Assert.Equal(double.PositiveInfinity, Portable.Log(double.PositiveInfinity));
        Assert.Equal(double.NaN, Portable.Log(-1));
        Assert.Equal(double.NaN, Portable.Log(double.NaN));
        Assert.Equal(-744.4400719213812, Portable.Log(double.Epsilon), 10);
        Assert.Equal(-3, Portable.Log2(0.125));
        Assert.Equal(3.321928094887362, Portable.Log2(10), 15);
    }

    [Fact]
    public void Powers_of_edges()
    {
        Assert.Equal(1, Portable.Pow(0, 0));
        Assert.Equal(0, Portable.Pow(0, 0.3));
        Assert.Equal(double.PositiveInfinity, Portable.Pow(0, -1));
        Assert.Equal(double.PositiveInfinity, Portable.Pow(double.PositiveInfinity, 0.3));
        Assert.Equal(0, Portable.Pow(double.PositiveInfinity, -0.3));
        Assert.Equal(double.NaN, Portable.Pow(-2, 3));
        Assert.Equal(double.NaN, Portable.Pow(2, double.NaN));
        Assert.Equal(1, Portable.Pow(1, double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, Portable.Pow(2, double.PositiveInfinity));
        Assert.Equal(0, Portable.Pow(2, double.NegativeInfinity));
        Assert.Equal(0.1, Portable.Pow(0.1, 1));
        Assert.Equal(0.1 * 0.1, Portable.Pow(0.1, 2));
        Assert.Equal(Math.Sqrt(0.1), Portable.Pow(0.1, 0.5));
    }

    [Theory]
    [InlineData(1000, 3)]
    [InlineData(999.9999999999999, 2)]
    [InlineData(1, 0)]
    [InlineData(0.99999999999999989, -1)]
    [InlineData(-0.001, -3)]
    [InlineData(5e-324, -324)]
    [InlineData(1.7976931348623157e308, 308)]
    public void The_power_of_ten_at_or_below_a_number(double x, int expected) => Assert.Equal(expected, Portable.Exponent10(x));

    private static void Check(decimal expected, double actual) =>
        Assert.InRange((double)Math.Abs(Exact(actual) - expected), 0, MostUlps * Ulp((double)expected));

    private static void Check(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0, MostUlps * Ulp(expected));

    private static double Ulp(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    /// <summary>A number with all its digits; a cast would leave 15.</summary>
    private static decimal Exact(double x)
    {
        int exponent = 0;
        for (; x != Math.Floor(x); exponent++) x *= 2;
        decimal exact = new((long)x);
        for (; exponent > 0; exponent--) exact /= 2;
        return exact;
    }

    private static decimal Exp(decimal x)
    {
        // The twentieth power of a sum that needs few terms.
        decimal part = x / 64, term = 1, sum = 1;
        for (int n = 1; n < 40; n++) sum += term *= part / n;
        for (int i = 0; i < 6; i++) sum *= sum;
        return sum;
    }

    private static decimal Log(decimal x)
    {
        int halvings = 0;
        for (; x > 1.5m; x /= 2) halvings++;
        for (; x < 0.75m; x *= 2) halvings--;
        decimal s = (x - 1) / (x + 1), square = s * s, power = s, sum = 0;
        for (int n = 1; n < 60; n += 2, power *= square) sum += power / n;
        return 2 * sum + halvings * 0.6931471805599453094172321215m;
    }
}
