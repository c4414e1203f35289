using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>What columns add, as the result tells it.</summary>
internal static class AttributionFactsBuilder
{
    public static AttributionFacts Build(ExplainedModel model, double confidence)
    {
        (Explain.ShapValues values, ColumnAttributions found) = (model.Values!, model.Found!);
        int[] order = [.. Enumerable.Range(0, values.Features.Count).OrderByDescending(column => found.MeanAbsolute(column))];
        return new(values.Method, model.Choice!.Why, OutputWord(values.Output), values.Outputs,
            values.Rows, model.BackgroundRows, values.BaseValues, values.AdditivityError,
            [.. order.Select(column => FactOf(found, values.Features[column], column, values.Outputs.Count, confidence))])
        {
            Swarm = values.Outputs.Count == 1 ? SwarmBuilder.Build(model, order, 0) : null,
            Swarms = values.Outputs.Count == 1 ? [] : [.. values.Outputs.Select((name, output) => (Class: name,
                Swarm: SwarmBuilder.Build(model, order, output))).Where(one => one.Swarm is not null)
                .Select(one => new ClassSwarmFacts(one.Class, one.Swarm!))],
            Groups = [.. model.Data.Sensitive.SelectMany(column => GroupsOf(model, column.Key, column.Value, order))],
        };
    }

    private static string OutputWord(Explain.ExplainedOutput output) => output switch
    {
        Explain.ExplainedOutput.Raw => "raw",
        Explain.ExplainedOutput.Decision => "decision",
        _ => "probability",
    };

    private static AttributionFact FactOf(ColumnAttributions found, string name, int column, int outputs, double confidence)
    {
        Measurement share = found.Share([column], confidence);
        return new(name, found.MeanAbsolute(column), share.Value.NumberOrNull, share.Interval.ToFact(),
            [.. Enumerable.Range(0, outputs).Select(output => found.Mean(column, output))]);
    }

    private static IEnumerable<GroupAttributionFact> GroupsOf(ExplainedModel model, string by, CategoryColumn column, int[] order)
    {
        int[] codes = model.Rows is null ? column.Codes : Array.ConvertAll(model.Rows, row => column.Codes[row]);
        bool one = model.Values!.Outputs.Count == 1;
        foreach (IGrouping<int, int> group in codes.Index().GroupBy(row => row.Item, row => row.Index).OrderBy(group => group.Key < 0
            ? int.MaxValue : group.Key))
        {
            int[] rows = [.. group];
            yield return new(by, group.Key < 0 ? Grouping.MissingName : column.Categories[group.Key], rows.Length,
                [.. order.Select(feature => model.Found!.MeanAbsolute(feature, rows))],
                one ? [.. order.Select(feature => model.Found!.Mean(feature, 0, rows))] : []);
        }
    }
}
