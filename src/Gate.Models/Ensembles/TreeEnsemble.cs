using System.Buffers;
using Gate.Models.Numerics;
using Gate.Models.Serialization;

namespace Gate.Models.Ensembles;

/// <summary>
/// Trees whose values are summed, whatever library grew them: the one form in which they are scored and explained. Sums are doubles and run
/// in the order of the trees, so that they depend neither on threads nor on how rows are put into blocks.
/// </summary>
public sealed class TreeEnsemble : MarginFunction
{
    /// <summary>The numbers of a buffer, so that it stays in the nearest cache; wide models take more.</summary>
    private const int BufferSize = 4096;

    private readonly bool[] uses, isCategory;
    private readonly WalkLayout layout;

    /// <summary>An ensemble of trees that have one value a node.</summary>
    /// <param name="trees">The trees, in preorder; <see cref="FlatTree.Level"/> parts none of their nodes.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="sum">How their values are summed.</param>
    /// <exception cref="ModelException">An index is out of range, or a feature is a number here and a category there.</exception>
    public TreeEnsemble(IReadOnlyList<FlatTree> trees, int features, TreeSum sum) : base(features, sum.Base.Count)
    {
        (Trees, Sum) = (trees, sum);
        (uses, isCategory) = EnsembleCheck.Features(trees, features, sum);
        layout = WalkLayoutBuilder.Of(trees);
    }

    /// <summary>The trees.</summary>
    public IReadOnlyList<FlatTree> Trees { get; }

    /// <summary>How their values are summed.</summary>
    public TreeSum Sum { get; }

    /// <inheritdoc/>
    public override bool Uses(int feature) => uses[feature];

    /// <inheritdoc/>
    public override bool IsCategory(int feature) => isCategory[feature];

    /// <inheritdoc/>
    public override double[] Sums(IReadOnlyList<double[]?> columns, int rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var sums = new double[checked(rows * Outputs)];
        int size = Math.Clamp(BufferSize / layout.Stride & ~3, 16, 256);
        RowBlocks.ForEach(rows, (_, first, end) =>
        {
            double[] buffer = ArrayPool<double>.Shared.Rent(size * layout.Stride);
            double[] some = ArrayPool<double>.Shared.Rent(size * Outputs);
            for (int at = first; at < end; at += size)
            {
                cancel.ThrowIfCancellationRequested();
                int count = Math.Min(size, end - at);
                LaneBuffer.Fill(layout, Sum.Inputs, columns, at, count, buffer);
                SumRows(buffer, count, some);
                some.AsSpan(0, count * Outputs).CopyTo(sums.AsSpan(at * Outputs));
            }
            ArrayPool<double>.Shared.Return(buffer);
            ArrayPool<double>.Shared.Return(some);
        }, cancel);
        return sums;
    }

    private void SumRows(double[] buffer, int rows, double[] sums)
    {
        // Rows that fill up the last four hold what an earlier block left, and what comes of them is not read.
        int padded = rows + 3 & ~3;
        for (int i = 0; i < padded * Outputs; i++) sums[i] = Sum.Base[i % Outputs];
        for (int tree = 0; tree < layout.Roots.Length; tree++)
            TreeWalk.Add(layout, tree, buffer, padded, sums.AsSpan(Sum.Outputs[tree]), Outputs);
        if (Sum.Divisor != 1)
            for (int i = 0; i < padded * Outputs; i++) sums[i] /= Sum.Divisor;
    }

    internal override void WriteTo(CanonicalBytes bytes)
    {
        bytes.Number((int)Sum.Inputs).Number(Sum.Divisor).Numbers([.. Sum.Base]).Numbers([.. Sum.Outputs]);
        foreach (FlatTree tree in Trees)
        {
            bytes.Numbers(tree.Feature).Numbers(tree.Threshold).Numbers(Array.ConvertAll(tree.MissingLeft, Convert.ToInt32))
                .Numbers(tree.Left).Numbers(tree.Right).Numbers(tree.Values)
                .Numbers(Array.ConvertAll(tree.Rules ?? [], rule => (int)rule));
            foreach (LevelSet? set in tree.LeftLevels ?? []) bytes.Numbers([.. set?.Levels ?? [-1]]);
        }
    }
}
