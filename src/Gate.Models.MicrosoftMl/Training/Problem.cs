using Gate.Models.MicrosoftMl.Columns;
using Microsoft.ML;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>One task of two classes or of numbers, as a trainer of Microsoft.ML takes it.</summary>
/// <param name="Context">Microsoft.ML.</param>
/// <param name="Rows">The training rows.</param>
/// <param name="IsOfClasses">Whether the label is of two classes.</param>
/// <param name="Layout">What the features are.</param>
/// <param name="WeightColumn">The column of weights; null where all rows count the same.</param>
/// <param name="Threads">How many threads may work; 0 for all cores.</param>
internal sealed record Problem(MLContext Context, TrainingView Rows, bool IsOfClasses, SlotLayout Layout, string? WeightColumn,
    int Threads);
