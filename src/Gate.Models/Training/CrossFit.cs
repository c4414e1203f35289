using Gate.Data;

namespace Gate.Models.Training;

/// <summary>Scores of rows by models that have not seen them.</summary>
public static class CrossFit
{
    /// <summary>
    /// Scores each row by a model that was trained on the other folds. All that a learner learns from raw columns (what stands in for a
    /// missing number, levels, means) it learns there anew, so nothing of a row is in its own score.
    /// </summary>
    /// <param name="learner">The learner.</param>
    /// <param name="data">The rows.</param>
    /// <param name="folds">The folds of the same rows.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The scores in the shape of <see cref="IModel.Score"/>.</returns>
    /// <exception cref="ModelException">A fold's rows cannot be learned from.</exception>
    /// <exception cref="ParameterException">A parameter does not serve the task, or goes with no other.</exception>
    public static double[] Scores(ILearner learner, TrainingData data, Folds folds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(folds);
        int width = data.Task == TaskType.MulticlassClassification ? data.Classes.Count : 1;
        var scores = new double[data.RowCount * width];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            int[] held = folds.Test(fold);
            IModel model = learner.Fit(data.Take(folds.Train(fold)), cancel);
            Place(model.Score(data.Features.Take(held), cancel), held, width, scores);
        }
        return scores;
    }

    /// <summary>Puts scores of some rows to their places among those of all.</summary>
    /// <param name="some">The scores of some rows.</param>
    /// <param name="rows">The numbers of these rows.</param>
    /// <param name="width">How many scores a row has.</param>
    /// <param name="all">The scores of all rows.</param>
    public static void Place(double[] some, int[] rows, int width, double[] all)
    {
        ArgumentNullException.ThrowIfNull(some);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(all);
        for (int i = 0; i < rows.Length; i++) some.AsSpan(i * width, width).CopyTo(all.AsSpan(rows[i] * width));
    }
}
