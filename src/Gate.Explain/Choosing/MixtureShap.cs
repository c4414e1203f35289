using Gate.Data;
using Gate.Models;
using Gate.Models.Blending;

namespace Gate.Explain.Choosing;

/// <summary>Exact Shapley values, with a background, of scores and decisions that are no sums: of linear models, of calibrated ones, and of
/// ensembles.</summary>
internal static class MixtureShap
{
    // What trees fulfil is held for so many rows at once.
    private const int BlockRows = 64;

    /// <summary>Explains rows of a model whose parts can all be looked into.</summary>
    /// <exception cref="ModelException">The background has no rows, or a row differs from one of it in too many columns.</exception>
    public static ShapValues Explain(IModel model, Table rows, ShapOptions options, CancellationToken cancel)
    {
        if (options.Background.RowCount == 0) throw new ModelException("the background has no rows");
        ExplainedOutput output = ModelParts.OutputOf(model, options.Output);
        return model is BlendedModel blend && output == ExplainedOutput.Probability ? OfMembers(blend, rows, options, cancel)
            : OfMixtures(model, rows, options with { Output = output }, cancel);
    }

    private static ShapValues OfMixtures(IModel model, Table rows, ShapOptions options, CancellationToken cancel)
    {
        ParallelOptions parallel = InParallel.Options(options.Threads, cancel);
        IMixer mixer = ModelParts.MixerOf(model, options.Background, parallel);
        var answers = new ModelAnswers(model, options.Output, mixer.Codes, options.Threshold);
        (int columns, int outputs) = (model.Features.Count, answers.Names.Length);
        var game = new MixtureGame(mixer, columns, outputs, options.Output == ExplainedOutput.Decision ? options.Threshold : null);
        var values = new double[checked(rows.RowCount * columns * outputs)];
        for (int first = 0; first < rows.RowCount; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.RowCount - first);
            game.Explain(rows.Take([.. Enumerable.Range(first, count)]), parallel).CopyTo(values, first * columns * outputs);
        }
        return Result(model, options.Output, rows, answers, game.Base(), values, cancel);
    }

    /// <summary>The mean of the members' values: Shapley values are linear in the model.</summary>
    private static ShapValues OfMembers(BlendedModel model, Table rows, ShapOptions options, CancellationToken cancel)
    {
        ShapValues[] members = [.. model.Members.Select(member => Shap.Explain(member.Model, rows,
            options with { Method = ShapMethod.Auto, Output = ExplainedOutput.Probability, Progress = null }, cancel))];
        string[] names = [.. model.Task == TaskType.MulticlassClassification
            ? model.Classes.Where(name => members.Any(member => member.Outputs.Contains(name))) : members[0].Outputs];
        var answers = new ModelAnswers(model, ExplainedOutput.Probability, names.Select(name => model.Classes.ToList().IndexOf(name)));
        (int columns, int outputs) = (model.Features.Count, names.Length);
        var values = new double[checked(rows.RowCount * columns * outputs)];
        var bases = new double[outputs];
        foreach ((ShapValues member, double weight) in members.Zip(model.Members.Select(member => member.Weight)))
        {
            int own = member.Outputs.Count;
            // A class that a member does not know has the score 0.
            int[] places = [.. member.Outputs.Select(name => Array.IndexOf(names, name))];
            for (int k = 0; k < own; k++) bases[places[k]] += weight * member.BaseValues[k];
            for (int i = 0; i < member.Values.Length; i++)
                values[i / own * outputs + places[i % own]] += weight * member.Values[i];
        }
        return Result(model, ExplainedOutput.Probability, rows, answers, bases, values, cancel);
    }

    private static ShapValues Result(IModel model, ExplainedOutput output, Table rows, ModelAnswers answers, double[] bases,
        double[] values, CancellationToken cancel) =>
        new(ModelParts.MethodOf(model), output, model.Features, answers.Names, rows.RowCount, bases, values)
        {
            AdditivityError = Additivity.Error(values, bases, model.Features.Count, answers.Of(rows, cancel)),
        };
}
