using System.CommandLine;
using Gate.Cli.Tracking;
using Gate.Tracking;
using Gate.Tracking.Registry;
using Gate.Wording;

namespace Gate.Cli.Commands;

/// <summary><c>gate promote NAME VERSION</c> and <c>gate rollback NAME</c>: move an alias by hand, with the same checks as a run and a
/// record of who and why.</summary>
internal static class PromoteCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The registered model." };
    private static readonly Argument<string> Version = new("version") { Description = "The number of the version." };
    private static readonly Option<string> Alias = new("--alias") { Description = "The alias to move.",
        DefaultValueFactory = _ => "champion" };
    private static readonly Option<string> Why = new("--why") { Description = "Why; it stands at the version.", Required = true };
    private static readonly Option<string?> Expected = new("--expected") { Description = "The number of the version that the alias has to "
        + "name before, or 'none'; what it names now by default.", HelpName = "version" };
    private static readonly Option<string?> Store = new("--store") { Description = "Where the models are: a folder, or a server. By "
        + $"default what MLFLOW_TRACKING_URI names, else {TrackingPlace.Folder}.", HelpName = "place" };

    public static Command Create()
    {
        var command = new Command("promote", "Moves an alias to a version that passed.") { Name, Version, Alias, Why, Expected, Store };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => PromoteAsync(session, parsed, cancel)));
        return command;
    }

    public static Command CreateRollback()
    {
        var command = new Command("rollback", "Moves an alias back to the version that it named before.") { Name, Alias, Why, Store };
        command.SetAction((parsed, cancel) => Session.RunAsync(async session =>
        {
            ITrackingStore store = TrackingPlace.Open(parsed.GetValue(Store), session.Environment);
            PromotionResult result = await new Promotion(store.Registry, TimeProvider.System).RollBackAsync(
                RegistryNames.Model(parsed.GetValue(Name)!), RegistryNames.Alias(parsed.GetValue(Alias)!), Mover(session, parsed), cancel);
            return Tell(session, result);
        }));
        return command;
    }

    private static async Task<int> PromoteAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        ITrackingStore store = TrackingPlace.Open(parsed.GetValue(Store), session.Environment);
        (string name, string number) = (RegistryNames.Model(parsed.GetValue(Name)!), parsed.GetValue(Version)!);
        string alias = RegistryNames.Alias(parsed.GetValue(Alias)!);
        ModelVersion version = await store.Registry.FindAsync(name, number, cancel)
            ?? throw new TrackingException(TrackingFault.Asked, $"{store.Place} has no version '{Shown.Of(number)}' of a model '{name}'");
        string? expected = parsed.GetValue(Expected) is { } given ? given == "none" ? null : given
            : (await store.Registry.FindAliasAsync(name, alias, cancel))?.Version;
        return Tell(session, await new Promotion(store.Registry, TimeProvider.System).MoveAsync(version, alias, expected,
            Mover(session, parsed), cancel));
    }

    private static Mover Mover(Session session, ParseResult parsed) => new(TrackingPlace.User(session.Environment), parsed.GetValue(Why)!);

    private static int Tell(Session session, PromotionResult result)
    {
        (result.Moved ? session.Out : session.Error).WriteLine(result.Said + ".");
        return result.Moved ? ExitCodes.Pass : ExitCodes.Unavailable;
    }
}
