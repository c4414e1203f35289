using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>The features of a model as codes, and the tests of its nodes on them. Made once for a model.</summary>
internal sealed class CodeLanes
{
    private readonly InputRule inputs;
    private readonly Dictionary<(int, MissingRule, bool), double[]> thresholds;
    private readonly Dictionary<(int, MissingRule, bool, int), int> numberOf = [];
    private readonly Dictionary<int, int> levelOf = [];
    private readonly List<NumberLane> numbers = [];
    private readonly List<LevelLane> levels = [];

    public CodeLanes(IReadOnlyList<FlatTree> trees, InputRule inputs)
    {
        this.inputs = inputs;
        thresholds = trees.SelectMany(Numbers).GroupBy(one => one.Key, one => one.Threshold)
            .ToDictionary(group => group.Key, group => group.Distinct().Order().ToArray());
        Tests = [.. trees.Select(TestsOf)];
    }

    /// <summary>The test of each node of each tree; that of a leaf is not read.</summary>
    public NodeTest[][] Tests { get; }

    /// <summary>The codes of rows, from a first one on.</summary>
    public RowCodes Encode(IReadOnlyList<double[]> columns, int first, int rows, ParallelOptions parallel)
    {
        var codes = new RowCodes(rows, numbers.Count, levels.Count);
        Parallel.For(0, numbers.Count + levels.Count, parallel, lane =>
        {
            if (lane < numbers.Count)
                numbers[lane].Encode(columns[numbers[lane].Feature].AsSpan(first, rows), inputs, codes.Numbers[lane]);
            else
                LevelLane.Encode(columns[levels[lane - numbers.Count].Feature].AsSpan(first, rows), inputs,
                    codes.Levels[lane - numbers.Count]);
        });
        return codes;
    }

    private static IEnumerable<((int, MissingRule, bool) Key, double Threshold)> Numbers(FlatTree tree)
    {
        for (int node = 0; node < tree.NodeCount; node++)
            if (tree.Left[node] >= 0 && !IsByLevel(tree, node)) yield return (KeyOf(tree, node), tree.Threshold[node]);
    }

    private static bool IsByLevel(FlatTree tree, int node) => tree.Level[node] >= 0 || tree.LeftLevels?[node] is not null;

    private static (int Feature, MissingRule Rule, bool MissingLeft) KeyOf(FlatTree tree, int node)
    {
        MissingRule rule = tree.Rules?[node] ?? MissingRule.Missing;
        return (tree.Feature[node], rule, rule != MissingRule.AsZero && tree.MissingLeft[node]);
    }

    private NodeTest[] TestsOf(FlatTree tree)
    {
        var tests = new NodeTest[tree.NodeCount];
        for (int node = 0; node < tests.Length; node++)
            if (tree.Left[node] >= 0)
                tests[node] = IsByLevel(tree, node)
                    ? new(LaneOf(tree.Feature[node]), tree.Level[node], true, tree.LeftLevels?[node], tree.MissingLeft[node])
                    : NumberTest(tree, node);
        return tests;
    }

    private NodeTest NumberTest(FlatTree tree, int node)
    {
        (int feature, MissingRule rule, bool missingLeft) = KeyOf(tree, node);
        double[] all = thresholds[(feature, rule, missingLeft)];
        int index = Array.BinarySearch(all, tree.Threshold[node]), part = index / NumberLane.Most, offset = part * NumberLane.Most;
        if (!numberOf.TryGetValue((feature, rule, missingLeft, part), out int lane))
        {
            numberOf[(feature, rule, missingLeft, part)] = lane = numbers.Count;
            numbers.Add(new(feature, rule, missingLeft, all, offset));
        }
        return new(lane, index - offset, false, null, false);
    }

    private int LaneOf(int feature)
    {
        if (levelOf.TryGetValue(feature, out int lane)) return lane;
        levels.Add(new(feature));
        return levelOf[feature] = levels.Count - 1;
    }
}
