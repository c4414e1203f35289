namespace Gate.Evaluation.Results;

/// <summary>How well each class is predicted, against all others: scikit-learn's <c>classification_report</c>.</summary>
/// <param name="Classes">The classes, in the order of the confusion matrix.</param>
/// <param name="Averages">Their means: <c>macro</c>, and <c>weighted</c> by how many rows each class has.</param>
public sealed record ClassReport(IReadOnlyList<ClassFact> Classes, IReadOnlyList<ClassAverage> Averages);

/// <summary>How well one class is predicted.</summary>
/// <param name="Name">The class.</param>
/// <param name="Support">Rows of it.</param>
/// <param name="Predicted">Rows that are predicted as it.</param>
/// <param name="Precision">The share of rows predicted as it that are of it.</param>
/// <param name="Recall">The share of its rows that are predicted as it.</param>
/// <param name="F1">The harmonic mean of both, without an interval.</param>
public sealed record ClassFact(string Name, long Support, long Predicted, MeasuredFact Precision, MeasuredFact Recall, MeasuredFact F1);

/// <summary>A mean over classes.</summary>
/// <param name="Name"><c>macro</c> or <c>weighted</c>.</param>
/// <param name="Precision">The mean precision; null where one of them is undefined.</param>
/// <param name="Recall">The mean recall; null where one of them is undefined.</param>
/// <param name="F1">The mean F1; null where one of them is undefined.</param>
public sealed record ClassAverage(string Name, double? Precision, double? Recall, double? F1);
