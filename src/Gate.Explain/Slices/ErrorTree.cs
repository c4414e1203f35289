using Gate.Data;

namespace Gate.Explain.Slices;

/// <summary>A node of a tree that parts rows by their losses.</summary>
/// <param name="Terms">The way to it: columns, values and whether the rows have that value or not; empty for the root.</param>
/// <param name="Inside">The places of its rows among all.</param>
/// <param name="Children">Those that have a value, and those that do not; empty for a leaf.</param>
public sealed record ErrorNode(IReadOnlyList<(SliceTerm Term, bool Has)> Terms, int[] Inside, IReadOnlyList<ErrorNode> Children);

/// <summary>
/// A tree of yes-no questions about values of columns, grown on some rows so that losses on its two sides differ most, and filled with all
/// rows: where the errors are (Nushi and others 2018, Pandora).
/// </summary>
public static class ErrorTree
{
    /// <summary>Grows a tree.</summary>
    /// <param name="columns">The columns; <see cref="SliceColumns.Of"/> makes them.</param>
    /// <param name="losses">The loss of each row, finite.</param>
    /// <param name="grown">Whether the tree is grown on the row.</param>
    /// <param name="depth">At most so many questions in a row.</param>
    /// <param name="least">Each side has at least so many of the rows that it is grown on, and of the others.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ErrorNode Grow(IReadOnlyList<CategoryColumn> columns, double[] losses, bool[] grown, int depth, int least,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(grown);
        return Node([], [.. Enumerable.Range(0, losses.Length)]);

        ErrorNode Node(IReadOnlyList<(SliceTerm, bool)> terms, int[] rows)
        {
            cancel.ThrowIfCancellationRequested();
            if (terms.Count == depth || Best(columns, losses, grown, rows, least) is not (int column, int code))
                return new(terms, rows, []);
            var term = new SliceTerm(columns[column].Name, code, SliceColumns.Text(columns[column], code));
            ErrorNode Side(bool has) => Node([.. terms, (term, has)],
                Array.FindAll(rows, row => columns[column].Codes[row] == code == has));
            return new(terms, rows, [Side(true), Side(false)]);
        }
    }

    /// <summary>The question that reduces the squared distances of losses from their side's mean most; null where none does.</summary>
    private static (int Column, int Code)? Best(IReadOnlyList<CategoryColumn> columns, double[] losses, bool[] grown, int[] rows, int least)
    {
        int own = rows.Count(row => grown[row]), other = rows.Length - own;
        double total = rows.Where(row => grown[row]).Sum(row => losses[row]), best = 1e-12;
        (int, int)? found = null;
        for (int column = 0; column < columns.Count; column++)
        {
            // By value, the missing one last: how many rows it is grown on and their losses, and how many others there are.
            int values = columns[column].Categories.Length + 1;
            int[] counts = new int[values], others = new int[values];
            var sums = new double[values];
            foreach (int row in rows)
            {
                int value = columns[column].Codes[row] is >= 0 and int code ? code : values - 1;
                if (!grown[row]) others[value]++;
                else
                {
                    counts[value]++;
                    sums[value] += losses[row];
                }
            }
            for (int value = 0; value < values; value++)
            {
                int with = counts[value], without = own - with;
                if (with < least || without < least || others[value] < least || other - others[value] < least) continue;
                double gain = sums[value] * sums[value] / with + (total - sums[value]) * (total - sums[value]) / without
                    - total * total / own;
                if (gain <= best) continue;
                (best, found) = (gain, (column, value == values - 1 ? -1 : value));
            }
        }
        return found;
    }
}
