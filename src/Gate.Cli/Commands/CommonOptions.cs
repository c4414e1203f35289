using System.CommandLine;
using System.Globalization;

namespace Gate.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
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
