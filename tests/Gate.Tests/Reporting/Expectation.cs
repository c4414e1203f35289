using System.Runtime.CompilerServices;

namespace Gate.Tests.Reporting;

/// <summary>Approval files: what a renderer wrote must be what lies in Expectations. Set GATE_UPDATE_EXPECTATIONS=1 to write them anew, and
/// read the diff.</summary>
internal static class Expectation
{
    internal static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(test)!, "Expectations", name);
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"no approved file {name}; set GATE_UPDATE_EXPECTATIONS=1 to write it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
