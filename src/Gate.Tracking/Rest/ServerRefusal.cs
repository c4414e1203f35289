namespace Gate.Tracking.Rest;

/// <summary>A server understood a request and refused it.</summary>
/// <param name="code">MLflow's word for why: <c>RESOURCE_DOES_NOT_EXIST</c>; empty where it gave none.</param>
/// <param name="status">The status of HTTP.</param>
/// <param name="message">What it said.</param>
internal sealed class ServerRefusal(string code, int status, string message) : Exception(message)
{
    public const string Exists = "RESOURCE_ALREADY_EXISTS", Absent = "RESOURCE_DOES_NOT_EXIST";

    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Whether what was asked for is not there. MLflow says of an alias that its name is invalid.</summary>
    public bool IsAbsent => Code == Absent || Status == 404 || (Status == 400 && Message.EndsWith(" not found.", StringComparison.Ordinal));
}
