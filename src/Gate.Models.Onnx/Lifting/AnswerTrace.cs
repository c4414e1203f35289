using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>From an answer back to the trees whose sums it is made of.</summary>
internal sealed class AnswerTrace(GraphMap graph)
{
    private const int MostSteps = 64;

    /// <summary>What the graph makes of the sums of its trees to answer a value.</summary>
    /// <exception cref="ModelException">There are no trees behind it, or a step on the way does something else.</exception>
    public TreeAnswer Of(string value) => Of(value, 0);

    private TreeAnswer Of(string value, int steps)
    {
        if (graph.Maker(value) is not { } node || steps > MostSteps) throw new ModelException("its answer does not come from its trees");
        if (TreeStep.Is(node)) return TreeStep.Of(node, value);
        TreeAnswer From(string input) => Of(input, steps + 1);
        TreeAnswer? made = node.Operator switch
        {
            "Identity" or "ZipMap" => From(node.Inputs[0]),
            "Cast" when node.Ints("to") is [(long)ElementType.Float or (long)ElementType.Double, ..] => From(node.Inputs[0]),
            "Add" or "Div" or "Mul" => Arithmetic(node, steps + 1),
            "Sigmoid" => From(node.Inputs[0]).With(LinkKind.Logistic),
            "Softmax" when GraphMap.IsAlongRows(node, -1) => From(node.Inputs[0]).With(LinkKind.Softmax),
            "Exp" => From(node.Inputs[0]).With(LinkKind.Exp),
            "Softplus" => From(node.Inputs[0]).With(LinkKind.LogOnePlusExp),
            "Concat" when GraphMap.IsAlongRows(node, 0) => Both(node, steps + 1),
            "Where" => Shares(node, steps + 1),
            "MatMul" => Placed(node, steps + 1),
            _ => null,
        };
        return made ?? throw GraphMap.Between(node, "its trees and its answer");
    }

    private TreeAnswer? Arithmetic(OnnxNode node, int steps)
    {
        (string value, double[]? by) = (node.Inputs[0], graph.Constant(node.Inputs[1]));
        if (by is null && node.Operator != "Div") (value, by) = (node.Inputs[1], graph.Constant(node.Inputs[0]));
        // A square with its sign: the model was trained on square roots.
        if (by is null && node.Operator == "Mul" && graph.Maker(node.Inputs[1], "Abs") is { } size && size.Inputs[0] == node.Inputs[0])
            return Of(node.Inputs[0], steps) is { IsSum: true, Outputs: 1 } root ? root with { Link = new(LinkKind.SignedSquare) } : null;
        if (by is null || by.Length == 0 || Of(value, steps) is not { IsSum: true } sums) return null;
        return node.Operator switch
        {
            "Add" when by.Length == 1 || by.Length == sums.Outputs =>
                sums with { Base = [.. sums.Base.Select((start, i) => start + (by[by.Length == 1 ? 0 : i] * sums.Divisor))] },
            "Div" when by is [var divisor] && divisor != 0 => sums with { Divisor = sums.Divisor * divisor },
            "Mul" when by is [var factor] => sums with { Link = new(LinkKind.Identity, factor) },
            _ => null,
        };
    }

    /// <summary>1 - p beside p.</summary>
    private TreeAnswer? Both(OnnxNode node, int steps) => node.Inputs is [var first, var second]
        && graph.Maker(first, "Sub") is { } rest && graph.Number(rest.Inputs[0]) == 1 && rest.Inputs[1] == second
        && Of(second, steps) is { Outputs: 1, Pair: SumPair.None, Places: null } one ? one with { Pair = SumPair.Complement } : null;

    /// <summary>Scores of some classes among those of all: a matrix with a single 1 for each score.</summary>
    private TreeAnswer? Placed(OnnxNode node, int steps)
    {
        TreeAnswer scores = Of(node.Inputs[0], steps);
        if (scores.Places is not null || graph.Constant(node.Inputs[1]) is not { Length: > 0 } matrix || matrix.Length % scores.Scores != 0)
            return null;
        int answers = matrix.Length / scores.Scores;
        int[] places = [.. Enumerable.Range(0, scores.Scores).Select(i => matrix.AsSpan(i * answers, answers).IndexOf(1))];
        bool isPlacing = matrix.All(value => value is 0 or 1) && matrix.Sum() == scores.Scores && !places.Contains(-1)
            && places.Distinct().Count() == places.Length;
        return isPlacing ? scores with { Places = places, Answers = answers } : null;
    }

    /// <summary>Each score divided by the sum of its row; where that is 0, equal shares.</summary>
    private TreeAnswer? Shares(OnnxNode node, int steps)
    {
        if (node.Inputs is not [var condition, var equal, var divided] || graph.Maker(divided, "Div") is not { } division
            || graph.Maker(condition, "Equal") is not { } test || graph.Maker(division.Inputs[1], "ReduceSum") is not { } total
            || test.Inputs[0] != division.Inputs[1] || graph.Number(test.Inputs[1]) != 0 || total.Inputs[0] != division.Inputs[0])
            return null;
        TreeAnswer each = Of(division.Inputs[0], steps);
        if (graph.Number(equal) != 1.0 / each.Outputs || each.Pair != SumPair.None || each.Places is not null) return null;
        return each.Link.Kind switch
        {
            LinkKind.LogisticEach => each with { Link = each.Link with { Kind = LinkKind.LogisticShares } },
            LinkKind.Identity when each.IsSum => each with { Link = new(LinkKind.Shares) },
            _ => null,
        };
    }
}
