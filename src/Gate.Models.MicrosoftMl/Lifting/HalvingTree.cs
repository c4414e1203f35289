using Gate.Models.Ensembles;

namespace Gate.Models.MicrosoftMl.Lifting;

/// <summary>A tree over one column that finds one of several leaves by halving their list.</summary>
/// <param name="leaves">How many leaves there are, two or more.</param>
/// <param name="input">The column.</param>
internal sealed class HalvingTree(int leaves, int input)
{
    private int used;

    public TreeNodes Nodes { get; } = new((2 * leaves) - 1);

    /// <summary>Grows it.</summary>
    /// <param name="split">Given a node, its first leaf and the first leaf on its right: says what goes left.</param>
    /// <param name="value">The value of a leaf.</param>
    public void Grow(Action<int, int, int> split, Func<int, double> value) => Grow(0, leaves, split, value);

    private int Grow(int first, int end, Action<int, int, int> split, Func<int, double> value)
    {
        int node = used++;
        if (end - first == 1)
        {
            Nodes.Value[node] = value(first);
            return node;
        }
        int middle = (first + end) / 2;
        Nodes.Feature[node] = input;
        split(node, first, middle);
        Nodes.Left[node] = Grow(first, middle, split, value);
        Nodes.Right[node] = Grow(middle, end, split, value);
        return node;
    }
}
