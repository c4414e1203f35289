using Gate.Data;

namespace Gate.Models.Training;

/// <summary>Refuses training data that cannot be learned from, with the reason.</summary>
internal static class TrainingChecks
{
    /// <summary>The same data without rows of weight 0, which count for nothing.</summary>
    /// <exception cref="ModelException">There are no rows, one class, bad weights or targets.</exception>
    public static TrainingData Check(TrainingData data, string learner, IReadOnlyList<TaskType> tasks)
    {
        if (!tasks.Contains(data.Task))
            throw new ModelException($"{learner} does not serve {Words(data.Task)}; it serves {string.Join(" and ", tasks.Select(Words))}");
        int rows = data.RowCount;
        if (rows == 0) throw new ModelException($"no rows to train {learner} on; check the data's filter and split");
        if (data.Features.Columns.Count > 0 && data.Features.RowCount != rows)
            throw new ModelException($"the features have {data.Features.RowCount} rows, the label has {rows}");
        data = DropWeightless(data, rows);
        if (data.Task == TaskType.Regression) CheckTargets(data);
        else CheckLabels(data);
        return data;
    }

    /// <summary>The classes that occur among the labels, ascending.</summary>
    public static int[] PresentClasses(TrainingData data)
    {
        var occurs = new bool[data.Classes.Count];
        foreach (int label in data.Labels!) occurs[label] = true;
        return [.. Enumerable.Range(0, occurs.Length).Where(code => occurs[code])];
    }

    private static TrainingData DropWeightless(TrainingData data, int rows)
    {
        if (data.Weights is not { } weights) return data;
        if (weights.Length != rows) throw new ModelException($"there are {weights.Length} sample weights for {rows} rows");
        int zeros = 0;
        for (int row = 0; row < rows; row++)
        {
            if (!(weights[row] >= 0) || double.IsInfinity(weights[row]))
                throw new ModelException($"the sample weight in training row {row + 1} is not a finite number of 0 or more");
            if (weights[row] == 0) zeros++;
        }
        if (zeros == 0) return data;
        if (zeros == rows) throw new ModelException("all sample weights of the training rows are 0; at least one row has to count");
        return data.Take([.. Enumerable.Range(0, rows).Where(row => weights[row] > 0)]);
    }

    private static void CheckTargets(TrainingData data)
    {
        if (data.Targets is not { } targets) throw new ModelException("regression needs a numeric label");
        int bad = Array.FindIndex(targets, value => !double.IsFinite(value));
        if (bad >= 0) throw new ModelException($"the label is missing or not finite in training row {bad + 1}; filter such rows out");
    }

    private static void CheckLabels(TrainingData data)
    {
        if (data.Labels is not { } labels) throw new ModelException("classification needs a label of classes");
        int bad = Array.FindIndex(labels, code => (uint)code >= (uint)data.Classes.Count);
        if (bad >= 0)
            throw new ModelException($"the label in training row {bad + 1} is none of the {data.Classes.Count} classes; filter "
                + "such rows out");
        int[] present = PresentClasses(data);
        if (present.Length < 2)
            throw new ModelException($"the training rows hold one class only ('{data.Classes[present[0]]}'); a classifier needs two or "
                + "more: check the split and the filter");
    }

    private static string Words(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary_classification",
        TaskType.MulticlassClassification => "multiclass_classification",
        _ => "regression",
    };
}
