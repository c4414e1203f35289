namespace Gate.Ci;

/// <summary>
/// A place where Gate runs. One small file a host. The command line calls <see cref="Begin"/> before it prints anything, prints only
/// through writers from <see cref="Guard"/>, and ends with its <see cref="Publishers"/> when there is a verdict or <see cref="Reject"/>
/// when there is none.
/// </summary>
public interface ICiHost
{
    /// <summary>The host's name, as it stands in <c>result.json</c>.</summary>
    string Name { get; }

    /// <summary>Whether this process runs on the host.</summary>
    /// <param name="environment">The process's environment variables.</param>
    bool IsActive(IReadOnlyDictionary<string, string> environment);

    /// <summary>What the host tells of the run; parts that do not look sane are null.</summary>
    /// <param name="environment">The process's environment variables.</param>
    RunIdentity Identify(IReadOnlyDictionary<string, string> environment);

    /// <summary>A writer through which text from data cannot give the host orders.</summary>
    /// <param name="writer">The writer to protect: standard output or standard error.</param>
    TextWriter Guard(TextWriter writer);

    /// <summary>Prepares the host for output that may hold text from data.</summary>
    /// <param name="context">Where and how to write.</param>
    void Begin(CiContext context);

    /// <summary>Who tells the host what the run found, in order.</summary>
    IReadOnlyList<IPublisher> Publishers { get; }

    /// <summary>Tells the host why there is no verdict: problems of the policy, the data or the model.</summary>
    /// <param name="problems">What is wrong, the most important first.</param>
    /// <param name="context">Where and how to write.</param>
    void Reject(IReadOnlyList<Annotation> problems, CiContext context);
}
