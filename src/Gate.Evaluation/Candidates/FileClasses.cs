using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Models;
using Gate.Models.Ensembles;

namespace Gate.Evaluation.Candidates;

/// <summary>Which class of the label each class of a model is that has no names for them.</summary>
internal static class FileClasses
{
    /// <summary>The label's code of each of the model's classes.</summary>
    /// <param name="named">The classes in the model's order, as the policy says them; empty where it does not.</param>
    /// <param name="model">The model.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ModelException">The policy has to say it: a guess could turn the model round.</exception>
    public static IReadOnlyList<int> Codes(IReadOnlyList<string> named, ForeignModel model, Dataset data)
    {
        if (data.Task == TaskType.Regression) return [];
        IReadOnlyList<string> classes = data.Classes;
        if (named.Count > 0) return [.. named.Select(name => Labels.IndexOf(classes, name))];
        int[] byNumber = [.. Enumerable.Range(0, model.Classes).Select(i => ByNumber(classes, i))];
        if (!byNumber.Contains(-1)) return byNumber;
        // Tools that number the classes of a label sort them; then the positive one is the second.
        if (data.Task == TaskType.BinaryClassification && string.CompareOrdinal(classes[0], classes[1]) < 0) return [0, 1];
        string order = string.Join(", ", classes.Order(StringComparer.Ordinal).Take(6));
        throw new ModelException($"the model numbers its classes from 0 to {model.Classes - 1} and does not say which is which; name them "
            + $"in its order with 'classes: [{order}{(classes.Count > 6 ? ", …" : "")}]', or in the order that it was trained with");
    }

    private static int ByNumber(IReadOnlyList<string> classes, int number)
    {
        int code = Labels.IndexOf(classes, FormattableString.Invariant($"{number}"));
        return code < 0 && number < 2 && classes.Count == 2 ? Labels.IndexOf(classes, number == 0 ? "false" : "true") : code;
    }
}
