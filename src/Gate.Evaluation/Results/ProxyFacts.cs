namespace Gate.Evaluation.Results;

/// <summary>How well columns tell the groups of one sensitive column.</summary>
/// <param name="By">The sensitive column.</param>
/// <param name="Rows">The rows that were looked at.</param>
/// <param name="Folds">In how many folds they were: each is scored by models of the others.</param>
/// <param name="Together">All columns that the model reads together.</param>
/// <param name="Columns">Each column on its own, the most telling first; empty where there are too many.</param>
public sealed record ProxyFacts(string By, long Rows, int Folds, ProxyFact Together, IReadOnlyList<ProxyFact> Columns);

/// <summary>How well one column, or all, tell a group from all others.</summary>
/// <param name="Feature">The column; null for all together.</param>
/// <param name="Auc">The area under the ROC curve; null where it is undefined.</param>
/// <param name="Interval">Its interval; null without one.</param>
/// <param name="Group">The group that is told best.</param>
/// <param name="IsItself">Whether the column is the sensitive one.</param>
public sealed record ProxyFact(string? Feature, double? Auc, IntervalFact? Interval, string? Group, bool IsItself);
