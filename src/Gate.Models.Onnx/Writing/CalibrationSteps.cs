using Gate.Models.Calibration;

namespace Gate.Models.Onnx.Writing;

/// <summary>The steps of a calibration: from scores to probabilities.</summary>
internal static class CalibrationSteps
{
    /// <summary>The calibrated probabilities, [rows, classes].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="scores">[rows, classes].</param>
    /// <param name="calibration">The calibration.</param>
    public static string Probabilities(GraphBuilder graph, string scores, LearnedCalibration calibration)
    {
        if (calibration is not OneAgainstRest several)
            return AnswerSteps.Both(graph, Probability(graph, AnswerSteps.Positive(graph, scores), (ScoreCalibration)calibration));
        string[] each = [.. several.Classes.Select((one, code) => Probability(graph, AnswerSteps.Of(graph, scores, code), one))];
        return TreeSteps.Shares(graph, graph.Step("Concat", each, ("axis", 1L)), each.Length);
    }

    /// <summary>The calibrated probability of one class, [rows, 1].</summary>
    private static string Probability(GraphBuilder graph, string score, ScoreCalibration calibration) =>
        calibration is SigmoidCalibration sigmoid ? Sigmoid(graph, score, sigmoid)
            : Isotonic(graph, score, (IsotonicCalibration)calibration);

    private static string Sigmoid(GraphBuilder graph, string score, SigmoidCalibration sigmoid)
    {
        string Number(double number) => graph.Value(Constant.Of(new[] { number }));
        string value = score;
        if (sigmoid.OnLogOdds)
        {
            string inside = graph.Step("Max", [graph.Step("Min", [score, Number(1 - SigmoidCalibration.Nearest)]),
                Number(SigmoidCalibration.Nearest)]);
            value = graph.Step("Sub", [graph.Step("Log", [inside]), graph.Step("Log", [graph.Step("Sub", [Number(1), inside])])]);
        }
        return graph.Step("Sigmoid",
            [graph.Step("Add", [graph.Step("Mul", [value, Number(sigmoid.Slope)]), Number(sigmoid.Intercept)])]);
    }

    /// <summary>The line below each score: which points are not above it says where it starts.</summary>
    private static string Isotonic(GraphBuilder graph, string score, IsotonicCalibration curve)
    {
        int lines = curve.Scores.Count - 1;
        string Numbers(IEnumerable<double> numbers) => graph.Value(Constant.Of([.. numbers], Math.Max(lines, 1), 1));
        string Number(double number) => graph.Value(Constant.Of(new[] { number }));
        if (lines == 0) return graph.Step("Add", [graph.Step("Mul", [score, Number(0)]), Number(curve.Probabilities[0])]);

        string inner = graph.Value(Constant.Of([.. curve.Scores.Take(lines)], 1, lines));
        string reached = graph.Step("Cast", [graph.Step("GreaterOrEqual", [score, inner])], ("to", (long)Graphs.ElementType.Int64));
        string count = graph.Step("ReduceSum", [reached, graph.Value(Constant.Of(new long[] { 1 }))], ("keepdims", 0L));
        string line = graph.Step("Max", [graph.Step("Sub", [count, graph.Value(Constant.Of(new long[] { 1 }))]),
            graph.Value(Constant.Of(new long[] { 0 }))]);
        string Of(IEnumerable<double> numbers) => graph.Step("Gather", [Numbers(numbers), line], ("axis", 0L));

        IEnumerable<int> all = Enumerable.Range(0, lines);
        string along = graph.Step("Div", [graph.Step("Sub", [score, Of(curve.Scores.Take(lines))]),
            Of(all.Select(i => curve.Scores[i + 1] - curve.Scores[i]))]);
        string share = graph.Step("Max", [graph.Step("Min", [along, Number(1)]), Number(0)]);
        string rise = Of(all.Select(i => curve.Probabilities[i + 1] - curve.Probabilities[i]));
        return graph.Step("Add", [Of(curve.Probabilities.Take(lines)), graph.Step("Mul", [share, rise])]);
    }
}
