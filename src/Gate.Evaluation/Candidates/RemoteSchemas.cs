using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Remote;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>What models that run elsewhere have in common: what is sent, and how far their answers are believed.</summary>
internal static class RemoteSchemas
{
    /// <summary>The columns that are sent, and the order of the model's classes.</summary>
    public static RemoteSchema Of(ModelFileSpec spec, Dataset data)
    {
        Dictionary<string, string> names = spec.ColumnsByInput.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        IEnumerable<string> columns = spec.Columns.Count > 0 ? spec.Columns : data.Features;
        return new(data.Task, data.Classes, [.. columns.Select(column => new RemoteColumn(column, names.GetValueOrDefault(column, column),
            data.Test[column] is NumericColumn ? InputKind.Number : InputKind.Category))])
            { ModelClasses = ModelFiles.ClassesOf(spec, data) };
    }

    /// <summary>Names by class of classes that the label does not have, and classes without a name.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="model">Its place.</param>
    /// <param name="data">The data.</param>
    /// <param name="fields">The names.</param>
    /// <param name="key">Their key below the model's.</param>
    public static IEnumerable<PolicyProblem> WrongFields(ModelFileSpec spec, PlacedModel model, Dataset data,
        IReadOnlyList<KeyValuePair<string, string>> fields, string key)
    {
        if (fields is [] or [{ Key: "" }]) yield break;
        string own = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
        foreach ((string name, _) in fields)
            if (Labels.IndexOf(data.Classes, name) < 0)
                yield return Problem($".{name}", $"the class '{Shown.Of(name)}' does not occur in the label"
                    + NearestName.Hint(name, data.Classes));
        if (fields.Select(field => Labels.IndexOf(data.Classes, field.Key)).Distinct().Count() < data.Classes.Count)
            yield return Problem("", "every class of the label has a name of its own there");

        PolicyProblem Problem(string entry, string message)
        {
            string full = $"{model.Key}.{key}{entry}";
            return new(spec.Marks.GetValueOrDefault(own + entry, spec.Marks.GetValueOrDefault(own, spec.At)), full,
                $"{Shown.OneLine(full)}: {message}");
        }
    }

    /// <summary>A candidate whose answers were held against what nobody can see into.</summary>
    /// <param name="candidate">The candidate, scored.</param>
    /// <param name="model">The model.</param>
    /// <param name="data">The data.</param>
    /// <param name="areScores">Whether the answers are taken for scores.</param>
    /// <param name="reason">Why it has no digest.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">Answers change, or are classes where scores are wanted.</exception>
    public static Candidate Held(Candidate candidate, RemoteModel model, Dataset data, bool areScores, string reason,
        CancellationToken cancel)
    {
        double[] scores = candidate.Sample.Output is NumberOutput numbers ? numbers.Values
            : ((ClassOutput)candidate.Sample.Output!).Scores!;
        // Classes that are taken for scores turn a model round where the positive one is the 0.
        if (areScores && data.Task == TaskType.BinaryClassification && scores.Length > 1 && Array.TrueForAll(scores, s => s is 0 or 1))
            throw new ModelException($"the scores of the {model.Kind} are all 0 or 1, as predicted classes are; say that they are classes, "
                + "or let it answer with probabilities");
        SteadyScores.Require(model, data.Test, scores, cancel);
        return candidate with
        {
            Digest = ModelDigest.None(reason),
            Facts = candidate.Facts with { Facts = [.. candidate.Facts.Facts, new NamedText("digest", $"none: {reason}")] },
        };
    }
}
