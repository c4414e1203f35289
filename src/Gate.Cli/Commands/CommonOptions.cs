using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Gate.Evaluation;
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
