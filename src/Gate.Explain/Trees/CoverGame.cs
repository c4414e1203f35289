using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Explain.Trees;

/// <summary>
/// Path-dependent: where a column is not known, both sides of its nodes are taken by their shares of the training rows. With o = 1 where
/// the row fulfils what a player asks and z for its share, a coalition is worth the product of the o of its players and the z of all
/// others. The weight of a coalition of k among d - 1 others is the integral of t^k (1 - t)^(d-1-k) from 0 to 1, so that a player's value
/// is (o - z) times the integral of the product of t o + (1 - t) z over the others: a polynomial, integrated without error by few points.
/// That is the polynomial of Linear TreeSHAP (Yu and others 2022) by its values; there is neither a division nor a difference of nearly
/// equal numbers in it.
/// </summary>
internal sealed class CoverGame(LeafPath path) : LeafGame(path)
{
    private readonly GaussLegendre rule = GaussLegendre.For(Math.Max(0, path.Players.Length - 1));

    public override double Base { get; } = path.Shares.Aggregate(1.0, (product, share) => product * share);

    public override void Values(ulong fulfilled, Span<double> values)
    {
        ReadOnlySpan<double> z = Path.Shares;
        values.Clear();
        Span<Vector256<double>> before = stackalloc Vector256<double>[z.Length];
        for (int at = 0; at < rule.Points.Length; at += Vector256<double>.Count)
        {
            (Vector256<double> t, Vector256<double> product) = (Load(rule.Points, at), Load(rule.Weights, at));
            Vector256<double> rest = Vector256<double>.One - t;
            for (int j = 0; j < z.Length; j++)
            {
                before[j] = product;
                product *= Factor(t, rest, z[j], fulfilled, j);
            }
            Vector256<double> after = Vector256<double>.One;
            for (int j = z.Length - 1; j >= 0; j--)
            {
                values[j] += Sum(before[j] * after);
                after *= Factor(t, rest, z[j], fulfilled, j);
            }
        }
        for (int j = 0; j < z.Length; j++) values[j] *= Gain(z[j], fulfilled, j);
    }

    protected override double Interaction(ulong fulfilled, int i, int j)
    {
        ReadOnlySpan<double> z = Path.Shares;
        double sum = 0;
        for (int at = 0; at < rule.Points.Length; at += Vector256<double>.Count)
        {
            (Vector256<double> t, Vector256<double> product) = (Load(rule.Points, at), Load(rule.Weights, at));
            Vector256<double> rest = Vector256<double>.One - t;
            for (int k = 0; k < z.Length; k++)
                if (k != i && k != j) product *= Factor(t, rest, z[k], fulfilled, k);
            sum += Sum(product);
        }
        return sum * Gain(z[i], fulfilled, i) * Gain(z[j], fulfilled, j);
    }

    private static double Gain(double share, ulong fulfilled, int player) => (fulfilled >> player & 1) - share;

    private static Vector256<double> Factor(Vector256<double> t, Vector256<double> rest, double share, ulong fulfilled, int player)
    {
        Vector256<double> unknown = rest * Vector256.Create(share);
        return (fulfilled >> player & 1) != 0 ? t + unknown : unknown;
    }

    private static Vector256<double> Load(double[] array, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)at);

    private static double Sum(Vector256<double> v) => (v.GetElement(0) + v.GetElement(1)) + (v.GetElement(2) + v.GetElement(3));
}
