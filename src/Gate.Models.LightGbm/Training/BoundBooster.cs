using Gate.Data;
using Gate.Models.LightGbm.Native;

namespace Gate.Models.LightGbm.Training;

/// <summary>A model without trees, bound to the rows that it is trained on and measured on.</summary>
internal sealed class BoundBooster : IDisposable
{
    private readonly Dataset training;
    private readonly Dataset? validation;

    private BoundBooster(TrainingColumns columns, TrainingTarget target, RowSplit parts, string parameters)
    {
        training = Rows(columns, target, parts.Train, parameters, null);
        try
        {
            if (parts.Test.Length > 0) validation = Rows(columns, target, parts.Test, parameters, training);
            Booster = new Booster(training.Handle, parameters);
            if (validation is not null) Booster.AddValidation(validation.Handle);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Booster Booster { get; } = null!;

    /// <summary>Makes it.</summary>
    /// <exception cref="LightGbmException">LightGBM refuses a parameter.</exception>
    public static BoundBooster Of(TrainingColumns columns, TrainingTarget target, RowSplit parts, string parameters)
    {
        using var quiet = new QuietErrors();
        return new(columns, target, parts, parameters);
    }

    public void Dispose()
    {
        Booster?.Dispose();
        validation?.Dispose();
        training.Dispose();
    }

    private static Dataset Rows(TrainingColumns columns, TrainingTarget target, int[] rows, string parameters, Dataset? reference)
    {
        bool isAll = rows.Length == target.Labels.Length;
        Dataset dataset = Dataset.Create(isAll ? columns.Values : columns.Take(rows), columns.SafeNames(), parameters, reference);
        dataset.Set("label", Array.ConvertAll(rows, row => target.Labels[row]));
        if (target.WeightsOf(rows, isTraining: reference is null) is { } weights) dataset.Set("weight", weights);
        return dataset;
    }
}
