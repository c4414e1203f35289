using Gate.Ci;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Cli;

/// <summary>One command's standard streams and the CI host that it runs on. Everything that may hold text from data is printed through
/// it.</summary>
internal sealed class Session
{
    private readonly ICiHost host;
    private readonly CiContext context = OfProcess();
    private bool told;

    private Session()
    {
        host = CiHosts.Detect(context.Environment);
        Out = host.Guard(Console.Out);
        Error = host.Guard(Console.Error);
        host.Begin(context);
    }

    /// <summary>The answer: findings and the verdict.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, timings and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether colours and a live display are wanted: a terminal, no <c>NO_COLOR</c>, no CI.</summary>
    public bool Interactive(bool redirected) => !redirected && host is ConsoleHost
        && string.IsNullOrEmpty(context.Environment.GetValueOrDefault("NO_COLOR"))
        && context.Environment.GetValueOrDefault("TERM") != "dumb" && !context.Environment.ContainsKey("CI");

    /// <summary>What a host needs from the process.</summary>
    public CiContext Context => context;

    /// <summary>What runs the command.</summary>
    public string Host => host.Name;

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment => context.Environment;

    /// <summary>How many columns the terminal behind standard output has; 0 where there is none.</summary>
    public int Width => Interactive(Console.IsOutputRedirected) ? Math.Max(0, Console.WindowWidth) : 0;

    /// <summary>Runs a command's action; failures become messages, annotations and exit codes.</summary>
    public static async Task<int> RunAsync(Func<Session, Task<int>> action)
    {
        var session = new Session();
        int code;
        try
        {
            code = await action(session);
        }
        catch (Exception failure)
        {
            return session.Fail(failure);
        }
        if (!session.told) session.Tell([]);
        return code;
    }

    /// <summary>The facts of the run that stand apart from the evidence.</summary>
    public RunFacts Facts(DateTimeOffset started, TimeSpan took)
    {
        RunIdentity identity = host.Identify(context.Environment);
        string platform = $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}";
        return new(started.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            Math.Round(took.TotalSeconds, 3), host.Name, platform, identity.Commit, identity.Link);
    }

    /// <summary>Tells the host what the run found.</summary>
    /// <param name="result">The result.</param>
    /// <param name="publication">Makes what is published; not asked where nobody is told.</param>
    /// <param name="cancel">Stops it.</param>
    public Task PublishAsync(GateResult result, Func<Publication> publication, CancellationToken cancel)
    {
        told = true;
        return host.Publishers.Count == 0 ? Task.CompletedTask
            : Publishing.PublishAsync(host.Publishers, result, publication(), context, cancel);
    }

    private static CiContext OfProcess()
    {
        CiContext context = CiContext.OfProcess();
        return Isolation.Token is { } token ? context with { Token = token } : context;
    }

    private int Fail(Exception failure)
    {
        (int code, string message) = Failures.Explain(failure);
        try
        {
            foreach (string line in message.Split('\n')) Error.WriteLine($"gate: {Gate.Ci.Terminal.PlainText.OneLine(line)}");
            if (context.Environment.GetValueOrDefault("GATE_DEBUG") == "1") Error.WriteLine(failure);
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException)
        {
            // Standard error itself cannot be written (a full disk): the exit code is all that is left to say.
            return code;
        }
        // There is a verdict, and the host has been told of it.
        if (failure is PublishException) return code;
        Tell(failure is PolicyException policy
            ? [.. policy.Problems.Select(problem => new Annotation(AnnotationLevel.Error, "Gate cannot use the policy", problem.Message,
                problem.At.File ?? policy.File, problem.At.Line, problem.At.Column))]
            : [new Annotation(AnnotationLevel.Error, "Gate reached no verdict", message)]);
        return code;
    }

    private void Tell(IReadOnlyList<Annotation> problems)
    {
        told = true;
        host.Reject(problems, context);
    }
}
