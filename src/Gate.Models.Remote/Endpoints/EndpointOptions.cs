namespace Gate.Models.Remote.Endpoints;

/// <summary>A scoring server. Its text never has a secret.</summary>
/// <param name="Address">Where rows are sent, the whole address: <c>https://host/invocations</c>, <c>https://host/score</c>,
/// <c>https://host/v2/models/credit/infer</c>.</param>
/// <param name="Protocol">How it is spoken to.</param>
public sealed record EndpointOptions(Uri Address, EndpointProtocol Protocol)
{
    /// <summary>A token, sent as bearer; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>How many rows go in a request, at most.</summary>
    public int Batch { get; init; } = 1000;

    /// <summary>How many requests are under way at once, at most.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How long a request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is sent again that may go well the next time.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>KServe v2: the one tensor that all columns go into, row by row; null for a tensor a column.</summary>
    public string? Tensor { get; init; }

    /// <summary>KServe v2: the type of numbers: <c>FP64</c>, <c>FP32</c>, <c>INT64</c>.</summary>
    public string Datatype { get; init; } = "FP64";

    /// <summary>Who asks, for the server's log: <c>gate/1.2.0</c>.</summary>
    public string Agent { get; init; } = "gate";

    /// <summary>The address without user, query and fragment, for messages and results.</summary>
    public string Place => Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <inheritdoc/>
    public override string ToString() => Place;
}
