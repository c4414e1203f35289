using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Gate.AcceptanceTests.Action;

/// <summary>The component for GitLab and the template for Azure Pipelines.</summary>
public sealed partial class TemplatesElsewhereTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gate-template-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_component_uses_the_inputs_that_it_declares_and_no_script_holds_one()
    {
        YamlNode[] documents = Documents("templates", "gate.yml");
        string[] declared = Names(documents[0]["spec"]["inputs"]);
        string job = File.ReadAllText(Repository.File("templates", "gate.yml")).Split("\n---\n")[1];
        Assert.Equal(declared.Order(), GitLabInput().Matches(job).Select(found => found.Groups[1].Value).Distinct().Order());
        Assert.DoesNotContain("$[[", Script(), StringComparison.Ordinal);
        Assert.Equal(["gate-output/junit.xml", "gate-output/gl-code-quality.json", "gate.env"],
            ((YamlMappingNode)documents[1]["model-gate"]["artifacts"]["reports"]).Children.Values.Select(value => $"{value}"));
    }

    [Theory]
    [InlineData("head", "never", 0, "run ./my gate.yml --format html,json,md,junit,codequality|")]
    [InlineData("base", "never", 1, "run ./my gate.yml --format html,json,md,junit,codequality --base-commit abc|")]
    [InlineData("head", "auto", 2, "run ./my gate.yml --format html,json,md,junit,codequality|publish gate-output --comment auto|")]
    public void The_components_script_judges_publishes_and_keeps_the_exit_code(string from, string note, int code, string expected)
    {
        Directory.CreateDirectory(Path.Combine(folder, "gate-output"));
        File.WriteAllText(Path.Combine(folder, "gate-output", "result.json"), "{}");
        Tool("gate", $"echo -n \"$*|\" >>calls; [ \"$1\" = run ] && exit {code}; exit 0");
        Tool("git", "exit 0");
        var start = new ProcessStartInfo("sh", ["-e", "-c", Script()]) { WorkingDirectory = folder };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GATE_POLICY"] = "my gate.yml";
        start.Environment["GATE_POLICY_FROM"] = from;
        start.Environment["GATE_NOTE"] = note;
        start.Environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "abc";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal((code, expected), (process.ExitCode, File.ReadAllText(Path.Combine(folder, "calls"))));
    }

    [Fact]
    public void The_template_uses_the_parameters_that_it_declares_and_no_script_holds_one()
    {
        YamlNode root = Assert.Single(Documents("examples", "azure", "gate.yml"));
        string[] declared = [.. ((YamlSequenceNode)root["parameters"]).Select(one => $"{one["name"]}")];
        string text = File.ReadAllText(Repository.File("examples", "azure", "gate.yml"));
        Assert.Equal(declared.Order(), AzureParameter().Matches(text).Select(found => found.Groups[1].Value).Distinct().Order());
        Assert.DoesNotContain("${{", $"{root["steps"][0]["bash"]}", StringComparison.Ordinal);
        Assert.Equal("gate", $"{root["steps"][0]["name"]}");
    }

    private static string Script() => $"{((YamlSequenceNode)Documents("templates", "gate.yml")[1]["model-gate"]["script"])[0]}";

    private void Tool(string name, string script)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static YamlNode[] Documents(params string[] file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Repository.File(file));
        yaml.Load(reader);
        return [.. yaml.Documents.Select(document => document.RootNode)];
    }

    private static string[] Names(YamlNode map) => [.. ((YamlMappingNode)map).Children.Keys.Select(key => $"{key}")];

    [GeneratedRegex(@"\$\[\[ inputs\.([a-z-]+) \]\]")]
    private static partial Regex GitLabInput();

    [GeneratedRegex(@"\$\{\{ parameters\.([A-Za-z]+) \}\}")]
    private static partial Regex AzureParameter();
}
