using System.Globalization;
using Gate.Cli;
using Gate.Cli.Commands;

// Nothing that Gate reads or writes depends on the machine's culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

try
{
    // The version is asked for often and by scripts: it waits for no parser.
    if (args is ["--version"])
    {
        Console.Out.WriteLine(GateVersion.Text);
        return ExitCodes.Pass;
    }
    if (args is [ScoringChild.Word])
    {
        ScoringChild.Run();
        return ExitCodes.Pass;
    }
    return await GateCommand.InvokeAsync(args);
}
catch (Exception failure)
{
    // What no command has caught: a working directory that is gone, or a standard stream that cannot be written.
    return Failures.Report(failure);
}
