namespace Gate.Models.Trees;

/// <summary>Finds the best split of one feature in one node, by looking at every one. Of equal splits, the first in the order of values
/// wins.</summary>
internal ref struct SplitSearch
{
    private readonly int index;
    private readonly TreeTarget target;
    private readonly int minLeaf;
    private readonly NodeSummary node;
    private readonly double[] left;
    private readonly double[] right;

    private SplitSearch(int index, TreeTarget target, int minLeaf, NodeSummary node)
    {
        (this.index, this.target, this.minLeaf, this.node) = (index, target, minLeaf, node);
        left = new double[target.Stride];
        right = new double[target.Stride];
    }

    private Split? best;

    /// <summary>The best split, or null when none leaves enough rows on both sides.</summary>
    public static Split? Best(int index, SplitFeature feature, ReadOnlySpan<int> rows, NodeSummary node, TreeTarget target, int minLeaf)
    {
        using NodeBins bins = NodeBins.Gather(feature, rows, target);
        if (bins.Codes.Length < 2) return null;
        var search = new SplitSearch(index, target, minLeaf, node);
        if (feature.Kind == InputKind.Category) search.EachLevel(bins);
        else search.EachThreshold(bins, feature);
        return search.best;
    }

    private void EachLevel(in NodeBins bins)
    {
        for (int i = 0; i < bins.Codes.Length; i++)
        {
            bins[i].CopyTo(right);
            Complement(right, left);
            Consider(bins.Codes[i], 0, null);
        }
    }

    private void EachThreshold(in NodeBins bins, SplitFeature feature)
    {
        ReadOnlySpan<int> codes = bins.Codes;
        bool missing = codes[^1] == feature.MissingCode;
        int numbers = missing ? codes.Length - 1 : codes.Length;
        var below = new double[left.Length];
        for (int i = 0; i + 1 < numbers; i++)
        {
            Add(bins[i], below);
            double threshold = Midpoint(feature.Distinct[codes[i]], feature.Distinct[codes[i + 1]]);
            below.CopyTo(left, 0);
            Complement(left, right);
            Consider(codes[i], threshold, missing ? false : null);
            if (!missing) continue;
            Add(bins[numbers], left);
            Complement(left, right);
            Consider(codes[i], threshold, true);
        }
        if (!missing || numbers == 0) return;
        bins[numbers].CopyTo(right);
        Complement(right, left);
        Consider(codes[numbers - 1], double.PositiveInfinity, false);
    }

    private void Consider(int code, double threshold, bool? missingLeft)
    {
        if (left[^1] < minLeaf || right[^1] < minLeaf) return;
        double gain = target.Gain(node, left, right);
        if (best is not null && gain <= best.Gain + node.Noise) return;
        best = new(index, code, threshold, missingLeft ?? target.Weight(left) >= target.Weight(right), gain);
    }

    private readonly void Complement(double[] part, double[] rest)
    {
        for (int i = 0; i < rest.Length; i++) rest[i] = node.Sums[i] - part[i];
    }

    private static void Add(ReadOnlySpan<double> bin, double[] sums)
    {
        for (int i = 0; i < sums.Length; i++) sums[i] += bin[i];
    }

    // Halved first, so that it cannot overflow; between neighbouring doubles rounding may reach the upper one, which must stay above.
    private static double Midpoint(double low, double high)
    {
        double middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }
}
