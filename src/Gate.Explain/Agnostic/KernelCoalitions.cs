using Gate.Data.Randomness;

namespace Gate.Explain.Agnostic;

/// <summary>
/// The coalitions of a kernel regression with their weights. Sizes whose coalitions all fit come whole, from the outermost on, each with
/// its complements; the rest is drawn in pairs of a coalition and its complement, and what is drawn again weighs more.
/// </summary>
internal sealed class KernelCoalitions
{
    private readonly int players;
    private readonly Dictionary<string, int> place = [];

    public KernelCoalitions(int players, int samples, ulong seed)
    {
        this.players = players;
        double[] sizes = [.. Enumerable.Range(1, Math.Max(0, players / 2)).Select(WeightOfSize)];
        double total = sizes.Sum();
        int left = samples, whole = 0;
        for (; whole < sizes.Length; whole++)
        {
            double count = Both(whole + 1) ? 2 * CoalitionGame.Ways(players, whole + 1) : CoalitionGame.Ways(players, whole + 1);
            if (count > left) break;
            foreach (bool[] coalition in OfSize(whole + 1)) AddPair(coalition, whole + 1, sizes[whole] / total / count);
            left -= (int)count;
        }
        if (whole < sizes.Length && left > 1) Draw(sizes, whole, left, sizes.Skip(whole).Sum() / total, seed);
        IsWhole = whole == sizes.Length;
    }

    /// <summary>The coalitions.</summary>
    public List<bool[]> Coalitions { get; } = [];

    /// <summary>Their weights.</summary>
    public List<double> Weights { get; } = [];

    /// <summary>Whether they are all that there are: then the regression is exact.</summary>
    public bool IsWhole { get; }

    /// <summary>The kernel's weight of all coalitions of a size together with their complements.</summary>
    private double WeightOfSize(int size) => (players - 1.0) / (size * (players - size)) * (Both(size) ? 2 : 1);

    /// <summary>Whether coalitions of the size are others than their complements' size.</summary>
    private bool Both(int size) => 2 * size != players;

    private IEnumerable<bool[]> OfSize(int size)
    {
        int[] chosen = [.. Enumerable.Range(0, size)];
        while (true)
        {
            var coalition = new bool[players];
            foreach (int player in chosen) coalition[player] = true;
            yield return coalition;
            int at = size - 1;
            while (at >= 0 && chosen[at] == players - size + at) at--;
            if (at < 0) yield break;
            chosen[at]++;
            for (int i = at + 1; i < size; i++) chosen[i] = chosen[i - 1] + 1;
        }
    }

    private void AddPair(bool[] coalition, int size, double weight)
    {
        Add(coalition, weight);
        if (Both(size)) Add(Array.ConvertAll(coalition, isIn => !isIn), weight);
    }

    private void Draw(double[] sizes, int whole, int left, double weight, ulong seed)
    {
        var random = new SplitMix64(seed);
        double total = sizes.Skip(whole).Sum();
        int before = Coalitions.Count;
        int[] order = [.. Enumerable.Range(0, players)];
        // Drawing again what is there already must end too.
        for (int draw = 0; draw < 4 * left && Coalitions.Count - before < left - 1; draw++)
        {
            double at = random.NextDouble() * total;
            int size = whole;
            while (size < sizes.Length - 1 && at >= sizes[size]) at -= sizes[size++];
            random.Shuffle(order.AsSpan());
            var coalition = new bool[players];
            foreach (int player in order.AsSpan(0, size + 1)) coalition[player] = true;
            Add(coalition, 1);
            Add(Array.ConvertAll(coalition, isIn => !isIn), 1);
        }
        double drawn = 0;
        for (int i = before; i < Weights.Count; i++) drawn += Weights[i];
        for (int i = before; i < Weights.Count; i++) Weights[i] *= weight / drawn;
    }

    private void Add(bool[] coalition, double weight)
    {
        string key = string.Create(coalition.Length, coalition, (text, own) =>
        {
            for (int i = 0; i < own.Length; i++) text[i] = own[i] ? '1' : '0';
        });
        if (place.TryGetValue(key, out int known))
        {
            Weights[known] += weight;
            return;
        }
        place[key] = Coalitions.Count;
        Coalitions.Add(coalition);
        Weights.Add(weight);
    }
}
