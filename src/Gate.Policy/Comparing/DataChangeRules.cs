using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Data, models beside the candidate, and decisions with a date.</summary>
internal static class DataChangeRules
{
    /// <summary>The sensitive columns by their names.</summary>
    public static IReadOnlyDictionary<string, YamlNode> SensitiveColumns(YamlNode? node)
    {
        IEnumerable<YamlNode> columns = node switch { YamlList list => list.Items, null or { IsNull: true } => [], _ => [node] };
        return columns.GroupBy(Name).ToDictionary(same => same.Key, same => same.First());

        static string Name(YamlNode column) =>
            ((column as YamlMap)?.Find(Language.SensitiveKeys.Column.Name) as YamlScalar ?? column as YamlScalar)?.Text ?? "";
    }

    public static Judgement? Sensitive(Change change) =>
        change.IsRemoved ? Judgement.Looser("its groups are no longer held apart, and the model may use it")
        : change.IsAdded ? Judgement.Undecidable("the model may no longer use it")
        : Judgement.Undecidable("its groups are other ones");

    public static Judgement? Baseline(Change change) =>
        change.IsAdded && change.Sides.Before.Baseline is null ? Judgement.Neutral("conditions say whether they compare with it")
        : change.IsRemoved && change.Sides.After.Baseline is null ? Judgement.Looser("nothing is compared with a baseline")
        : Judgement.Undecidable("it is compared with another baseline");

    public static Judgement? Explain(Change change)
    {
        bool isJudged = change.Sides.Before.Conditions.Concat(change.Sides.After.Conditions)
            .Any(condition => change.Sides.Vocabulary.FindMetric(condition.Metric) is not { IsOfRows: true });
        return isJudged ? Judgement.Undecidable("conditions on explanations are measured otherwise")
            : Judgement.Neutral("no condition judges explanations");
    }

    public static Judgement? ReportRows(Change change)
    {
        ReportRowsSpec Of(YamlNode? node) => node is YamlScalar scalar ? Words.Parse<ReportRowsSpec>(scalar.Text) ?? default : default;
        return Of(change.After) == Of(change.Before) ? Judgement.Neutral("the same rows may stand in the report")
            : Of(change.After) > Of(change.Before) ? Judgement.Looser("more rows of the data may stand in the report")
            : Judgement.Tighter("fewer rows of the data may stand in the report");
    }

    public static Judgement? Pin(Change change) =>
        change.IsAdded ? Judgement.Tighter("the file may not be another one")
        : change.IsRemoved ? Judgement.Looser("the file may be another one")
        : Judgement.Undecidable("another file is meant");

    public static Judgement? WaiverDays(Change change)
    {
        double Days(YamlNode? node) => node is YamlScalar scalar ? CoreSchema.ToDouble(scalar) : double.PositiveInfinity;
        return Days(change.After) > Days(change.Before) ? Judgement.Looser("waivers may hold for longer")
            : Judgement.Tighter("waivers may hold for less time");
    }

    public static Judgement? WaiverOwners(Change change)
    {
        if (change.IsAdded) return Judgement.Tighter("not everybody may answer for a waiver");
        IReadOnlyList<string> before = change.Sides.Before.WaiverTerms.Owners, after = change.Sides.After.WaiverTerms.Owners;
        return change.IsRemoved || after.Except(before).Any() ? Judgement.Looser("more may answer for a waiver")
            : before.Except(after).Any() ? Judgement.Tighter("fewer may answer for a waiver")
            : Judgement.Neutral("the same may answer for a waiver");
    }

    public static Judgement? Expires(Change change)
    {
        DateOnly? Day(YamlNode? node) => DateShape.Parse((node as YamlScalar)?.Text);
        return Day(change.After) > Day(change.Before) ? Judgement.Looser("a failure is let through for longer")
            : Judgement.Tighter("a failure is let through for less time");
    }
}
