using Gate.Data;
using Gate.Explain.Trees;
using Gate.Models;

namespace Gate.Explain.Agnostic;

/// <summary>
/// SHAP of any model that can be called: Exact, Permutation and Kernel SHAP on raw columns, with a background (Lundberg and Lee 2017).
/// Columns that the model says it does not use are worth 0 without being looked at. Of a sum of trees what coalitions are worth is looked
/// up, which gives the same values sooner.
/// </summary>
public static class CoalitionShap
{
    /// <summary>The most columns of which all coalitions are looked at.</summary>
    public const int MostExact = 15;

    private const int KernelSamples = 2048, PermutationSamplesPerColumn = 20;
    private const long MostNumbers = 1 << 21;

    /// <summary>How many coalitions a method scores where nothing else is asked for.</summary>
    /// <param name="method">The method.</param>
    /// <param name="columns">How many columns the model uses.</param>
    public static double Coalitions(CoalitionMethod method, int columns)
    {
        double all = columns < MostExact ? 1 << columns : double.PositiveInfinity;
        return method switch
        {
            CoalitionMethod.Exact => 1 << Math.Min(columns, MostExact),
            CoalitionMethod.Permutation => PermutationSamplesPerColumn * columns,
            _ => Math.Min(all, 2 * columns + KernelSamples),
        };
    }

    /// <summary>Explains rows.</summary>
    /// <param name="model">The model; called from several threads.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="options">How it is explained.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The background has no rows, the raw margin is asked of a model without one, or the samples or the
    /// columns do not fit the method.</exception>
    public static ShapValues Explain(IModel model, Table rows, CoalitionShapOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        if (options.Background.RowCount == 0) throw new ModelException("the background has no rows");
        ModelAnswers answers = AnswersOf(model, options, cancel);
        int[] players = Players(model);
        CoalitionPlan plan = PlanOf(options, players.Length);
        ParallelOptions parallel = InParallel.Options(options.Threads, cancel);
        var scores = new CoalitionScores(answers, model.Features, players, rows, options.Background, options.Link, parallel);
        double[] none = scores.OfNone(), all = scores.OfAll();
        // The mean over the background is a sum over leaves; what a link makes of the mean is not.
        ICoalitionWorths? byLeaves = options.Link != ShapLink.Identity ? null : TreeWorths.Of(model, options.Output, none.Length, players,
            rows, options.Background, plan.Coalitions.Length, parallel);
        ICoalitionWorths known = byLeaves ?? scores;
        var values = new double[checked(rows.RowCount * model.Features.Count * none.Length)];
        int block = (int)Math.Clamp(MostNumbers / Math.Max(1, plan.Coalitions.LongLength * none.Length), 1, Math.Max(1, rows.RowCount));
        for (int first = 0; first < rows.RowCount; first += block)
        {
            int count = Math.Min(block, rows.RowCount - first);
            double[] worths = known.Of(first, count, plan.Coalitions);
            Parallel.For(first, first + count, parallel, row =>
                Solve(plan, worths, row - first, none, all.AsSpan(row * none.Length), players,
                    values.AsSpan(row * model.Features.Count * none.Length)));
            options.Progress?.Invoke(first + count, rows.RowCount);
        }
        return new(NameOf(options.Method), options.Output, model.Features, answers.Names, rows.RowCount, none, values)
        {
            AdditivityError = Additivity.Error(values, none, model.Features.Count, all),
            Notes = NotesOf(plan, options),
        };
    }

    private static void Solve(CoalitionPlan plan, double[] worths, int row, double[] none, ReadOnlySpan<double> all, int[] players,
        Span<double> values)
    {
        int outputs = none.Length, coalitions = plan.Coalitions.Length;
        double[] own = new double[coalitions], solved = new double[players.Length];
        for (int k = 0; k < outputs; k++)
        {
            for (int c = 0; c < coalitions; c++) own[c] = worths[(row * coalitions + c) * outputs + k];
            Array.Clear(solved);
            plan.Solve(own, none[k], all[k], solved);
            for (int j = 0; j < players.Length; j++) values[players[j] * outputs + k] = solved[j];
        }
    }

    private static int[] Players(IModel model)
    {
        if (model is not IUsesFeatures knows) return [.. Enumerable.Range(0, model.Features.Count)];
        var used = knows.UsedFeatures.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, model.Features.Count).Where(i => used.Contains(model.Features[i]))];
    }

    /// <summary>Classes that training did not have have no finite margin, and nothing to share out.</summary>
    private static ModelAnswers AnswersOf(IModel model, CoalitionShapOptions options, CancellationToken cancel)
    {
        if (options.Output == ExplainedOutput.Raw && model is not IMarginModel)
            throw new ModelException($"{model.Kind} has no margin; explain its score (ExplainedOutput.Probability)");
        int[] codes = [.. Enumerable.Range(0, model.Classes.Count)];
        if (model.Task != TaskType.MulticlassClassification) return new(model, options.Output, codes, options.Threshold);
        double[] one = new ModelAnswers(model, options.Output, codes).Of(options.Background.Take([0]), cancel);
        return new(model, options.Output, codes.Where(code => double.IsFinite(one[code])));
    }

    private static CoalitionPlan PlanOf(CoalitionShapOptions options, int players)
    {
        if (options.Samples is { } given) ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(options));
        return options.Method switch
        {
            CoalitionMethod.Exact => players <= MostExact ? new ExactPlan(players)
                : throw new ModelException($"exact_shap looks at all coalitions of up to {MostExact} columns, and the model uses "
                    + $"{players}; use kernel_shap or permutation_shap"),
            CoalitionMethod.Permutation => new PermutationPlan(players,
                Math.Max(1, (options.Samples ?? PermutationSamplesPerColumn * players) / Math.Max(1, 2 * players)), options.Seed),
            _ => new KernelPlan(players, options.Samples ?? 2 * players + KernelSamples, options.Seed),
        };
    }

    private static string NameOf(CoalitionMethod method) => method switch
    {
        CoalitionMethod.Exact => "exact",
        CoalitionMethod.Permutation => "permutation_shap",
        _ => "kernel",
    };

    private static string[] NotesOf(CoalitionPlan plan, CoalitionShapOptions options) => plan switch
    {
        KernelPlan { IsExact: true } => ["All coalitions of columns were scored, so the values are exact."],
        KernelPlan => [$"{plan.Coalitions.Length} coalitions of columns were scored, drawn with seed {options.Seed}: the values are an "
            + "estimate."],
        PermutationPlan => [$"{plan.Coalitions.Length} coalitions of columns were scored, of orders drawn with seed {options.Seed}: the "
            + "values are an estimate."],
        _ => [],
    };
}
