using System.Globalization;
using Gate.Data;
using Gate.Models.MicrosoftMl.Worker;
using Gate.Wording;

namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>Which class of the label each score of a model is of. It is never guessed where that could turn the model round.</summary>
internal static class ClassCodes
{
    private static readonly string[] binary = ["false", "true"];

    /// <summary>The code of each of the model's classes; empty for numbers. Of two classes those of false and true.</summary>
    /// <exception cref="ModelException">The model is of another task, or the policy has to say which class is which.</exception>
    public static int[] Of(Answer answer, MlNetOptions options)
    {
        AnswerKind wanted = options.Task switch
        {
            TaskType.Regression => AnswerKind.Value,
            TaskType.BinaryClassification => AnswerKind.Probability,
            _ => AnswerKind.Scores,
        };
        if (answer.Kind != wanted) throw new ModelException($"{Words(answer)}; it is no candidate for this task");
        if (wanted == AnswerKind.Value) return [];
        string[] own = wanted == AnswerKind.Probability ? binary : [.. answer.Classes];
        int count = wanted == AnswerKind.Probability ? 2 : answer.Width;
        if (options.ModelClasses.Count > 0)
        {
            if (options.ModelClasses.Count != count)
                throw new ModelException($"tells {count} classes apart, and {options.ModelClasses.Count} are named for it (classes)");
            return [.. options.ModelClasses.Select(name => options.Classes.ToList().IndexOf(name))];
        }
        int[] codes = [.. own.Select(name => IndexOf(options.Classes, name))];
        if (codes.Length == count && !codes.Contains(-1) && codes.Distinct().Count() == count) return codes;
        string order = string.Join(", ", options.Classes.Take(6).Select(Shown.Of));
        throw new ModelException((own.Length == 0 ? "does not say which class each score is of"
            : $"tells {string.Join(", ", own.Take(6).Select(name => $"'{Shown.Of(name)}'"))} apart, and the label has {order}")
            + $"; name the label's classes in the model's order{(wanted == AnswerKind.Probability ? " (false, then true)" : "")}: "
            + $"'classes: [{order}]' or another order");
    }

    private static string Words(Answer answer) => answer.Kind switch
    {
        AnswerKind.Value => "predicts numbers",
        AnswerKind.Probability => "tells two classes apart",
        _ => $"tells {answer.Width} classes apart",
    };

    /// <summary>The same text, the same number, or 0 and 1 for false and true.</summary>
    private static int IndexOf(IReadOnlyList<string> classes, string name)
    {
        for (int code = 0; code < classes.Count; code++)
            if (classes[code].Equals(name, StringComparison.OrdinalIgnoreCase) || (Number(classes[code]) is { } number
                && number == (Number(name) ?? Array.IndexOf(binary, name)))) return code;
        return -1;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
