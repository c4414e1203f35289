using Gate.Wording;

namespace Gate.Tracking.Searching;

/// <summary>Orders runs as MLflow does: by the fields that are asked for, then the newest first, then by id. What a run does not have, and
/// then what is no number, comes last either way.</summary>
public sealed class RunOrder
{
    private readonly IReadOnlyList<(RunField Field, bool Ascending)> keys;

    private RunOrder(IReadOnlyList<(RunField, bool)> keys) => this.keys = keys;

    /// <summary>Reads an order.</summary>
    /// <param name="clauses">The clauses, the most important first: <c>metrics.roc_auc DESC</c>; <c>ASC</c> is meant where nothing is
    /// said.</param>
    /// <exception cref="TrackingException">A clause is none.</exception>
    public static RunOrder Parse(IReadOnlyList<string> clauses)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        return new([.. clauses.Select(Key)]);
    }

    /// <summary>The runs in order.</summary>
    /// <param name="runs">The runs.</param>
    public IEnumerable<IRun> Sort(IEnumerable<IRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IOrderedEnumerable<IRun>? ordered = null;
        foreach ((RunField field, bool ascending) in keys)
            ordered = field.IsNumber
                ? Then(ordered, run => RunFacts.Number(run, field), ascending,
                    value => value is null ? 2 : double.IsNaN(value.Value) ? 1 : 0)
                : Then(ordered, run => RunFacts.Text(run, field), ascending, value => value is null ? 2 : 0, StringComparer.Ordinal);
        ordered = Then(ordered, run => run.Info.StartTime, false, _ => 0);
        return ordered.ThenBy(run => run.Info.Id, StringComparer.Ordinal);

        IOrderedEnumerable<IRun> Then<T>(IOrderedEnumerable<IRun>? before, Func<IRun, T> value, bool ascending, Func<T, int> absent,
            IComparer<T>? comparer = null)
        {
            IOrderedEnumerable<IRun> present = before?.ThenBy(run => absent(value(run))) ?? runs.OrderBy(run => absent(value(run)));
            return ascending ? present.ThenBy(value, comparer) : present.ThenByDescending(value, comparer);
        }
    }

    private static (RunField Field, bool Ascending) Key(string clause)
    {
        List<FilterToken> tokens = FilterTokens.Of(clause);
        if (tokens.Count is not (1 or 2) || tokens.Any(token => token.Kind != TokenKind.Name)) throw Wrong(clause);
        RunField field = RunField.Parse(tokens[0].Text);
        if (field.Kind == FieldKind.Dataset) throw Wrong(clause);
        return (field, tokens.Count == 1 || tokens[1].Text.ToUpperInvariant() switch
        {
            "ASC" => true,
            "DESC" => false,
            _ => throw Wrong(clause),
        });
    }

    private static TrackingException Wrong(string clause) => new(TrackingFault.Asked,
        $"'{Shown.Of(clause)}' is no order; an order is such as 'metrics.roc_auc DESC' or 'start_time ASC'");
}
