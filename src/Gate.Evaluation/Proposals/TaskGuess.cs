using Gate.Data;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Proposals;

/// <summary>The task that a label suggests: two values binary, text or few whole numbers multiclass, else regression.</summary>
internal static class TaskGuess
{
    private const int MostClasses = 20;

    public static (TaskType Task, string Reason) Of(Column label)
    {
        int values = label.ToCategories().Codes.Where(code => code >= 0).Distinct().Count();
        string text = $"the label has {NumberText.Count(values)} different {(label is CategoryColumn ? "texts" : "numbers")}";
        if (values <= 2) return (TaskType.BinaryClassification, "the label has two values");
        bool few = values <= MostClasses && values * 10 <= label.Count;
        return label is CategoryColumn || (few && label.Type is ColumnType.Integer or ColumnType.Boolean)
            ? (TaskType.MulticlassClassification, text) : (TaskType.Regression, text);
    }
}
