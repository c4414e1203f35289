using Gate.Evaluation.Datasets;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>What a policy says of a model's file, held against the data, each problem with its place.</summary>
/// <param name="form">The form's key.</param>
/// <param name="spec">What the policy says.</param>
/// <param name="model">The model's place.</param>
internal sealed class ModelFileChecks(string form, ModelFileSpec spec, PlacedModel model)
{
    /// <summary>Columns that do not exist.</summary>
    public IEnumerable<PolicyProblem> Absent(IReadOnlyList<string> columns) =>
        Named().Where(named => !columns.Contains(named.Column)).Select(named => Problem(named.Key,
            $"'{Shown.Of(named.Column)}' is not a column of the data{NearestName.Hint(named.Column, columns)}"));

    /// <summary>Columns that are no features, and classes that do not fit the label.</summary>
    public IEnumerable<PolicyProblem> Unfit(Dataset data) => NoFeatures(data.Features).Concat(WrongClasses(data.Classes));

    private IEnumerable<PolicyProblem> NoFeatures(IReadOnlyList<string> features) =>
        Named().Where(named => !features.Contains(named.Column)).Select(named => Problem(named.Key,
            $"the column '{Shown.Of(named.Column)}' is no feature; models read features only: name it in data.features.include, with the "
            + "others"));

    private IEnumerable<PolicyProblem> WrongClasses(IReadOnlyList<string> classes)
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < spec.Classes.Count; i++)
        {
            int code = Labels.IndexOf(classes, spec.Classes[i]);
            string key = FormattableString.Invariant($"classes[{i}]"), name = Shown.Of(spec.Classes[i]);
            if (code < 0) yield return Problem(key, $"the class '{name}' does not occur in the label{NearestName.Hint(name, classes)}");
            else if (!seen.Add(code)) yield return Problem(key, $"the class '{name}' stands there already");
        }
    }

    private IEnumerable<(string Key, string Column)> Named() =>
        spec.Columns.Select((column, i) => (FormattableString.Invariant($"columns[{i}]"), column))
            .Concat(spec.ColumnsByInput.Select(pair => ($"columns.{pair.Key}", pair.Value)))
            .Concat(spec.Levels.Keys.Select(column => ($"levels.{column}", column)));

    private PolicyProblem Problem(string key, string message)
    {
        string full = $"{model.Key}.{form}.{key}";
        return new(spec.Marks.GetValueOrDefault(key, spec.At), full, $"{Shown.OneLine(full)}: {message}");
    }
}
