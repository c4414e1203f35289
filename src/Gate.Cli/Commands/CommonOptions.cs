using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Gate.Evaluation;
using Gate.Models.Remote;
using Gate.Policy;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary><c>--set</c>, which completes the keys of the policy language.</summary>
    /// <param name="more">What else is to be said of it.</param>
    public static Option<string[]> Set(string more)
    {
        var set = new Option<string[]>("--set") { Description = $"Replaces a key of the policy{more} May be repeated.",
            HelpName = "key=value", DefaultValueFactory = _ => [] };
        set.CompletionSources.Add(_ => PolicyReference.Keys(Vocabulary.Current).Select(key => new CompletionItem($"{key}=")));
        return set;
    }

    /// <summary><c>--format</c>, which completes the formats, also behind a comma.</summary>
    /// <param name="formats">What is written without it.</param>
    public static Option<string> Format(string formats)
    {
        var format = new Option<string>("--format") { Description = "What to write: any of html, json, md, junit, sarif, codequality, "
            + "separated by commas.",
            HelpName = "formats", DefaultValueFactory = _ => formats };
        format.CompletionSources.Add(context =>
        {
            string given = context.WordToComplete, before = given[..(given.LastIndexOf(',') + 1)];
            string[] named = before.Split(',');
            return Renderers.All.Select(known => known.Format).Where(known => !named.Contains(known))
                .Select(known => new CompletionItem(before + known));
        });
        return format;
    }

    /// <summary><c>--timeout</c>: one for all commands that have it.</summary>
    public static Option<string?> Timeout { get; } = Checked(new("--timeout") { Description = "How long it may take, such as 90s, 30m or "
        + "2h; then it ends without a verdict. 30m where CI is set, otherwise no limit.", HelpName = "time" },
        text => Seconds(text) is not null, "--timeout is a time such as 90s, 30m or 2h");

    /// <summary><c>--memory</c>: one for all commands that have it.</summary>
    public static Option<string?> Memory { get; } = Checked(new("--memory") { Description = "How much memory reading may take, such as "
        + "512MB or 8GB; more is an error. Half of the machine's otherwise.", HelpName = "size" },
        text => Bytes(text) is not null, "--memory is a size of at least 64MB, such as 512MB or 8GB");

    /// <summary><c>--allow-host</c>: one for all commands that score by what a policy names.</summary>
    public static Option<string[]> AllowHost { get; } = Hosts(new("--allow-host") { Description = "A host that the policy's model may be "
        + "asked at, such as models.example.com or localhost:5001: the features of the rows go there. May be repeated; without it none.",
        HelpName = "host", DefaultValueFactory = _ => [] });

    /// <summary><c>--allow-commands</c>: likewise.</summary>
    public static Option<bool> AllowCommands { get; } = new("--allow-commands") { Description = "Runs the program that the policy's model "
        + "names: trust the policy and its folder as you trust a program." };

    /// <summary>What the policy may reach outside.</summary>
    public static RemoteAccess RemoteOf(ParseResult parsed) => new()
    {
        Hosts = [.. parsed.GetValue(AllowHost)!.Select(host => RemoteAccess.Parse(host)!)],
        AllowsCommands = parsed.GetValue(AllowCommands),
        Variable = Environment.GetEnvironmentVariable,
        Clock = TimeProvider.System,
        Agent = $"gate/{GateVersion.Text}",
    };

    /// <summary>How long a command may take; null where there is no limit.</summary>
    public static TimeSpan? TimeOf(ParseResult parsed)
    {
        if (!parsed.CommandResult.Command.Options.Contains(Timeout)) return null;
        if (parsed.GetValue(Timeout) is { } text) return Seconds(text) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? null : TimeSpan.FromMinutes(30);
    }

    /// <summary>How many bytes reading may take; 0 where nothing is said.</summary>
    public static long MemoryOf(ParseResult parsed) => parsed.GetValue(Memory) is { } text ? Bytes(text) ?? 0 : 0;

    /// <summary>The policy that a command is given, or null.</summary>
    public static string? PolicyOf(ParseResult parsed) => parsed.CommandResult.Command.Arguments
        .OfType<Argument<string>>().FirstOrDefault(argument => argument.Name == "policy") is { } policy ? parsed.GetValue(policy) : null;

    private static Option<string?> Checked(Option<string?> option, Func<string, bool> fits, string message)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && !fits(given.Tokens[0].Value)) given.AddError(message);
        });
        return option;
    }

    private static Option<string[]> Hosts(Option<string[]> option)
    {
        option.Validators.Add(given =>
        {
            foreach (string host in given.Tokens.Select(token => token.Value).Where(host => RemoteAccess.Parse(host) is null))
                given.AddError($"--allow-host takes a host such as models.example.com or localhost:5001, and not '{host}'");
        });
        return option;
    }

    private static double? Seconds(string text) =>
        Amount(text, ("s", 1), ("m", 60), ("h", 3600), ("", 1)) is > 0 and < 4e6 and var seconds ? seconds : null;

    private static long? Bytes(string text) =>
        Amount(text, ("MB", 1 << 20), ("GB", 1 << 30)) is >= 64 << 20 and < 1e15 and var bytes ? (long)bytes : null;

    private static double? Amount(string text, params (string Unit, double Factor)[] units)
    {
        foreach ((string unit, double factor) in units)
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && double.TryParse(text.AsSpan(0, text.Length - unit.Length),
                NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)) return number * factor;
        return null;
    }

    /// <summary><c>--threads</c>.</summary>
    /// <param name="what">What is the same for any number of them: <c>The result is</c>.</param>
    public static Option<int> Threads(string what)
    {
        var threads = new Option<int>("--threads") { Description = $"How many threads may work; 0 for all cores. {what} the same for any "
            + "number.", DefaultValueFactory = _ => 0 };
        threads.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) && number < 0)
                given.AddError("--threads is a number from 0 on; 0 stands for all cores");
        });
        return threads;
    }
}
