using System.Globalization;
using Gate.Data;
using Gate.Models.Serialization;

namespace Gate.Models.Blending;

/// <summary>The weighted mean of the scores of several models of the same rows: an ensemble.</summary>
public sealed class BlendedModel : IModel, IDigestedModel, IUsesFeatures, IRescores
{
    /// <summary>What such a model is called.</summary>
    public const string Name = "ensemble";

    /// <summary>Puts models together.</summary>
    /// <param name="members">The models with their weights, above 0; of one task, the same columns and the same classes.</param>
    /// <exception cref="ModelException">There is none, they do not go together, or one has no digest.</exception>
    public BlendedModel(IReadOnlyList<(IModel Model, double Weight)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0) throw new ModelException("an ensemble needs a model");
        IModel first = members[0].Model;
        if (members.Any(member => member.Model.Task != first.Task || !member.Model.Features.SequenceEqual(first.Features)
            || !member.Model.Classes.SequenceEqual(first.Classes) || !(member.Weight > 0)))
            throw new ModelException("the models of an ensemble read the same columns, say the same classes and have weights above 0");
        double total = members.Sum(member => member.Weight);
        Members = [.. members.Select(member => (member.Model, member.Weight / total))];
        (Task, Features, Inputs, Classes) = (first.Task, first.Features, first.Inputs, first.Classes);
        string[] used = [.. members.SelectMany(member => member.Model is IUsesFeatures knows ? knows.UsedFeatures : member.Model.Features)
            .Distinct(StringComparer.Ordinal)];
        UsedFeatures = [.. Features.Where(used.Contains)];
        Facts = [new("models", string.Join(", ", Members.Select(member => string.Create(CultureInfo.InvariantCulture,
            $"{member.Model.Kind} ({member.Weight:P0})").Replace(" %", "%", StringComparison.Ordinal))))];
        CanonicalBytes bytes = new CanonicalBytes(this).Number(Members.Count);
        long size = 0;
        foreach ((IModel model, double weight) in Members)
        {
            IDigestedModel digested = model as IDigestedModel ?? throw new ModelException($"a {model.Kind} has no digest");
            bytes.Text(digested.Digest).Number(weight);
            size += digested.Size;
        }
        (Digest, Size) = (bytes.Digest(), bytes.Length + size);
    }

    /// <summary>The models with their shares, which add up to 1.</summary>
    public IReadOnlyList<(IModel Model, double Weight)> Members { get; }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public TaskType Task { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> UsedFeatures { get; }

    /// <inheritdoc/>
    public string Digest { get; }

    /// <inheritdoc/>
    public long Size { get; }

    /// <inheritdoc/>
    public double[] Score(Table features, CancellationToken cancel = default) =>
        Mean([.. Members.Select(member => member.Model.Score(features, cancel))], [.. Members.Select(member => member.Weight)]);

    /// <inheritdoc/>
    public IRescoring Prepare(Table features, CancellationToken cancel = default) => new Rescoring(this, features,
        [.. Members.Select(member => (member.Model as IRescores)?.Prepare(features, cancel))]);

    /// <summary>The weighted mean of scores, in the order of the models.</summary>
    /// <param name="scores">The scores of each model, of one length.</param>
    /// <param name="weights">Their weights, which add up to 1.</param>
    public static double[] Mean(IReadOnlyList<double[]> scores, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        var mean = new double[scores[0].Length];
        for (int m = 0; m < scores.Count; m++)
            for (int i = 0; i < mean.Length; i++) mean[i] += weights[m] * scores[m][i];
        return mean;
    }

    private sealed class Rescoring(BlendedModel model, Table features, IRescoring?[] members) : IRescoring
    {
        public double[] Score(Column column, CancellationToken cancel = default) => Mean(
            [.. model.Members.Select((member, m) => Scores(member.Model, members[m], column, cancel))],
            [.. model.Members.Select(member => member.Weight)]);

        // What a model does not use is not for its own rescoring.
        private double[] Scores(IModel member, IRescoring? prepared, Column column, CancellationToken cancel) =>
            prepared is not null && (member is not IUsesFeatures knows || knows.UsedFeatures.Contains(column.Name))
                ? prepared.Score(column, cancel) : member.Score(features.With(column), cancel);
    }
}
