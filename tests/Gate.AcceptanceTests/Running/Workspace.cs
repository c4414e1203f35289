namespace Gate.AcceptanceTests.Running;

/// <summary>A directory of a test's own, gone afterwards.</summary>
public sealed class Workspace : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("gate-test-").FullName;

    public string this[string relative] => Path.Combine(Root, relative);

    public Workspace With(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this;
    }

    public Workspace WithCopy(string source, string relative)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.Copy(source, this[relative]);
        return this;
    }

    public GateOutcome Gate(params string[] arguments) => GateProcess.Run(Root, arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
