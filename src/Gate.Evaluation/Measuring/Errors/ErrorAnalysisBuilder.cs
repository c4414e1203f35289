using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Explain.Slices;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Errors;

/// <summary>Where the candidate errs, as the result tells it: the worst slices, a tree and a map of two columns.</summary>
internal static class ErrorAnalysisBuilder
{
    private const int TreeDepth = 3, MostMapValues = 12;

    public static ErrorAnalysisFacts Build(ErrorRows rows, PolicyDocument policy)
    {
        MeasuredSlices slices = MeasuredSlices.Of(rows, [], policy.Evidence);
        ErrorNode tree = ErrorTree.Grow(rows.Columns([]), rows.Losses, rows.IsSearched, TreeDepth,
            (int)Math.Min(int.MaxValue, policy.Evidence.MinCount));
        // Told together, each interval pays for all.
        double confidence = 1 - (1 - policy.Confidence) / Math.Max(1, slices.Confirmed.Count);
        Measurement all = rows.Loss(rows.Measured);
        return new(rows.Metric.Name, rows.Losses.Length - rows.Measured.Length, rows.Measured.Length, all.Value.NumberOrNull,
            slices.Searched, [.. slices.All.Select(slice => Slice(rows, slice, confidence))], Node(rows, tree), Map(rows, slices, tree));
    }

    private static SliceFact Slice(ErrorRows rows, MeasuredSlice slice, double confidence)
    {
        Measurement? ratio = slice.Problem is null ? slice.Ratio(confidence) : null;
        return new([.. slice.Found.Terms.Select(term => new SliceTermFact(term.Column, term.Value))], slice.Inside.Length,
            slice.Inside.Length == 0 ? null : rows.Loss(slice.Inside).Value.NumberOrNull, ratio?.Value.NumberOrNull,
            ratio?.Interval.ToFact(), slice.Problem);
    }

    private static ErrorNodeFact Node(ErrorRows rows, ErrorNode node)
    {
        int[] measured = Array.FindAll(node.Inside, row => !rows.IsSearched[row]);
        Measurement? loss = measured.Length == 0 ? null : rows.Loss(measured);
        (SliceTerm Term, bool Has)? last = node.Terms.Count == 0 ? null : node.Terms[^1];
        return new(last?.Term.Column, last?.Term.Value, last?.Has ?? true, measured.Length, loss?.Value.NumberOrNull,
            loss?.Interval.ToFact(), [.. node.Children.Select(child => Node(rows, child))]);
    }

    /// <summary>The two columns in which errors differ most: those of the worst slice of several columns, else of the tree.</summary>
    private static ErrorMapFact? Map(ErrorRows rows, MeasuredSlices slices, ErrorNode tree)
    {
        string[] names = slices.Confirmed.Select(slice => slice.Found.Terms).FirstOrDefault(terms => terms.Count > 1) is { } pair
            ? [pair[0].Column, pair[1].Column] : [.. Asked(tree).Distinct().Take(2)];
        if (names.Length < 2) return null;
        CategoryColumn[] columns = rows.Columns(names);
        int[] down = Values(columns[0], rows.Measured), across = Values(columns[1], rows.Measured);
        ErrorCellFact Cell(int first, int second)
        {
            int[] inside = Array.FindAll(rows.Measured, row => columns[0].Codes[row] == first && columns[1].Codes[row] == second);
            return new(inside.Length, inside.Length == 0 ? null : rows.Loss(inside).Value.NumberOrNull);
        }
        return new(names[0], names[1], [.. down.Select(code => SliceColumns.Text(columns[0], code))],
            [.. across.Select(code => SliceColumns.Text(columns[1], code))],
            [.. down.Select(first => (IReadOnlyList<ErrorCellFact>)[.. across.Select(second => Cell(first, second))])]);
    }

    private static IEnumerable<string> Asked(ErrorNode node) => node.Children.Count == 0 ? []
        : node.Children[0].Terms.TakeLast(1).Select(term => term.Term.Column).Concat(node.Children.SelectMany(Asked));

    /// <summary>The commonest values of a column, in the order of the data.</summary>
    private static int[] Values(CategoryColumn column, int[] rows) => [.. rows.GroupBy(row => column.Codes[row])
        .OrderByDescending(value => value.Count()).Take(MostMapValues).Select(value => value.Key)
        .OrderBy(code => code < 0 ? int.MaxValue : code)];
}
