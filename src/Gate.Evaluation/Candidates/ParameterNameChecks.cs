using Gate.Models;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>Names of columns and classes in the parameters of a learner, held against the data, each problem with its place.</summary>
/// <param name="spec">The model as the policy trains it.</param>
/// <param name="model">The model's place.</param>
internal sealed class ParameterNameChecks(TrainSpec spec, PlacedModel model)
{
    /// <summary>Columns that are none of those that there are.</summary>
    /// <param name="columns">The columns that the parameters may name.</param>
    /// <param name="what">What they are: <c>a column of the data</c>.</param>
    public IEnumerable<PolicyProblem> Columns(IReadOnlyList<string> columns, string what) => Unknown(ParameterNames.Columns, columns, what);

    /// <summary>Classes that do not occur.</summary>
    public IEnumerable<PolicyProblem> Classes(IReadOnlyList<string> classes) =>
        Unknown(ParameterNames.Classes, classes, "a class of the label");

    private IEnumerable<PolicyProblem> Unknown(ParameterNames kind, IReadOnlyList<string> known, string what)
    {
        IReadOnlyList<LearnerParameter> parameters = Learners.Find(spec.Algorithm)?.Parameters ?? [];
        foreach (LearnerParameter parameter in parameters.Where(parameter => parameter.Names == kind))
        {
            string key = parameter.Aliases.Prepend(parameter.Name).FirstOrDefault(spec.Marks.ContainsKey, parameter.Name);
            foreach ((string place, string name) in Named(key, spec.Parameters.GetValueOrDefault(parameter.Name)))
            {
                if (known.Contains(name)) continue;
                string path = $"{model.Key}.train.{place}";
                yield return new(spec.Marks.GetValueOrDefault(place, spec.Marks.GetValueOrDefault(key, spec.At)), path,
                    $"{Shown.OneLine(path)}: '{Shown.Of(name)}' is not {what}{NearestName.Hint(name, known)}");
            }
        }
    }

    /// <summary>The names with their places below the section.</summary>
    private static IEnumerable<(string Place, string Name)> Named(string key, object? value) => value switch
    {
        IReadOnlyDictionary<string, double> numbers => numbers.Keys.Select(name => ($"{key}.{name}", name)),
        IReadOnlyList<IReadOnlyList<string>> lists => lists.SelectMany((list, i) =>
            list.Select((name, j) => (FormattableString.Invariant($"{key}[{i}][{j}]"), name))),
        _ => [],
    };
}
