using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gate.Evaluation.Results;

/// <summary>What a model is, for whoever receives its file: the content of <c>model-card.json</c>, version 1.</summary>
public sealed record ModelCard
{
    /// <summary>The version of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The version of Gate.</summary>
    public required string Gate { get; init; }

    /// <summary>The policy that trained it.</summary>
    public required PolicyFacts Policy { get; init; }

    /// <summary>The algorithm with its parameters, the threshold, and what a person wants to know of the model.</summary>
    public required ModelFacts Model { get; init; }

    /// <summary>The classes by code; for a binary task [negative, positive]; empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The raw columns that it was trained on.</summary>
    public required IReadOnlyList<CardFeature> Features { get; init; }

    /// <summary>The label as it was in training; null in cards of earlier versions.</summary>
    public CardTarget? Target { get; init; }

    /// <summary>The data that it was trained on.</summary>
    public required DataFacts Data { get; init; }

    /// <summary>The file beside this one.</summary>
    public required CardFile File { get; init; }

    /// <summary>Digests of the policy, of each file that was read, and of the model (its canonical form, whatever the file's).</summary>
    public required IReadOnlyList<NamedDigest> Digests { get; init; }

    /// <summary>The policy's seed.</summary>
    public required string Seed { get; init; }

    /// <summary>What the run found that saved the model; null where it was only trained.</summary>
    public CardVerdict? Verdict { get; init; }

    /// <summary>The JSON text: snake_case, two spaces, LF, a final newline.</summary>
    /// <param name="card">The card.</param>
    public static byte[] Utf8(ModelCard card) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(card, ModelCardContext.Default.ModelCard), (byte)'\n'];
}

/// <summary>A raw column of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>number</c> (also booleans, dates and timestamps) or <c>category</c>.</param>
/// <param name="Used">Whether the model reads it.</param>
/// <param name="Levels">The categories in training; null for a number.</param>
/// <param name="Min">The smallest number in training; null for a category.</param>
/// <param name="Max">The largest number in training; null for a category.</param>
/// <param name="HasMissing">Whether a value was missing in training.</param>
/// <param name="Dropped">Why the column tells the model nothing, or null.</param>
public sealed record CardFeature(string Name, string Kind, bool Used, IReadOnlyList<string>? Levels, double? Min, double? Max,
    bool HasMissing, string? Dropped)
{
    /// <summary>How the training rows spread over it; null in cards of earlier versions.</summary>
    public CardProfile? Profile { get; init; }
}

/// <summary>The label of a model.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Profile">How the training rows spread over it.</param>
public sealed record CardTarget(string Name, CardProfile Profile);

/// <summary>How training rows spread over a column.</summary>
/// <param name="Edges">The upper ends of the ranges of a number but the last, each range with about a tenth of the rows; null for a
/// category.</param>
/// <param name="Levels">The levels of a category; null for a number.</param>
/// <param name="Counts">The rows of each range or level.</param>
/// <param name="Missing">The rows without a value.</param>
public sealed record CardProfile(IReadOnlyList<double>? Edges, IReadOnlyList<string>? Levels, IReadOnlyList<long> Counts, long Missing);

/// <summary>The file that holds the model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format"><c>onnx</c>.</param>
/// <param name="Sha256"><c>sha256:…</c>.</param>
/// <param name="Bytes">Its size.</param>
public sealed record CardFile(string Name, string Format, string Sha256, long Bytes);

/// <summary>What a run found of the model.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Headline">The verdict in one plain sentence.</param>
/// <param name="Conditions">Each condition with its verdict and sentence.</param>
public sealed record CardVerdict(Verdict Verdict, string Headline, IReadOnlyList<CardCondition> Conditions);

/// <summary>A judged condition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Sentence">What was found.</param>
public sealed record CardCondition(string Id, Verdict Verdict, string Sentence);

/// <summary>How a card is written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardContext : JsonSerializerContext;
