using System.Runtime.CompilerServices;
using Gate.Models.MicrosoftMl.Columns;
using Microsoft.ML;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>One task of two classes or of numbers, as a trainer of Microsoft.ML takes it.</summary>
/// <param name="Context">Microsoft.ML.</param>
/// <param name="Rows">The training rows.</param>
/// <param name="IsOfClasses">Whether the label is of two classes.</param>
/// <param name="Layout">What the features are.</param>
/// <param name="WeightColumn">The column of weights; null where all rows count the same.</param>
/// <param name="Cancel">Stops the training of trees between two splits; additive models are not stopped.</param>
internal sealed record Problem(MLContext Context, TrainingView Rows, bool IsOfClasses, SlotLayout Layout, string? WeightColumn,
    CancellationToken Cancel)
{
    /// <summary>Trains.</summary>
    /// <param name="trainer">Made by the context, once the problem is there: a stop is lost on one that does not exist yet.</param>
    public T Fit<T>(IEstimator<T> trainer) where T : ITransformer
    {
        using CancellationTokenRegistration stop = Cancel.Register(() => CancelExecution(Context));
        return trainer.Fit(Rows);
    }

    // Not public in 5.0.1. Trees look at it before each split; additive models do not.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "CancelExecution")]
    private static extern void CancelExecution(MLContext context);
}
