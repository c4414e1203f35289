using Gate.Reporting.Output;
using Gate.Tracking;
using Gate.Wording;

namespace Gate.Cli.Tracking;

/// <summary>A command that asks a store for runs.</summary>
/// <param name="Session">The command's streams.</param>
/// <param name="Store">The store.</param>
internal sealed record RunsSession(Session Session, ITrackingStore Store)
{
    /// <summary>The ids of experiments by their names; of all where none is named.</summary>
    /// <exception cref="TrackingException">There is none of a name.</exception>
    public async Task<IReadOnlyList<string>> ExperimentsAsync(string[] names, CancellationToken cancel)
    {
        IReadOnlyList<Experiment> all = await Store.ExperimentsAsync(cancel);
        return names.Length == 0 ? [.. all.Select(one => one.Id)] : [.. names.Select(name => all.FirstOrDefault(one => one.Name == name)?.Id
            ?? throw new TrackingException(TrackingFault.Asked,
                $"{Store.Place} has no experiment '{Shown.Of(name)}'{NearestName.Hint(name, all.Select(one => one.Name))}"))];
    }

    /// <summary>A run by its id.</summary>
    /// <exception cref="TrackingException">There is none.</exception>
    public async Task<IRun> FindAsync(string id, CancellationToken cancel) => await Store.FindRunAsync(id, cancel)
        ?? throw new TrackingException(TrackingFault.Asked,
            $"{Store.Place} has no run '{Shown.Of(id)}'; 'gate runs list' prints the ids of those that there are");

    /// <summary>Writes text to a file, or to standard output.</summary>
    public void Write(string text, string? file = null)
    {
        if (file is null)
        {
            foreach (string line in text.TrimEnd('\n').Split('\n')) Session.Out.WriteLine(line);
            return;
        }
        WholeFile.Write(file, text);
        Session.Error.WriteLine($"{file} written");
    }
}
