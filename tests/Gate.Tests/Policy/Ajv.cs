using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gate.Tests.Policy;

/// <summary>A JSON Schema validator that is not our own: npm's ajv, run by node.</summary>
internal static class Ajv
{
    // validateFormats: formats are annotations in draft 2020-12, and ajv has them in a package of its own.
    private const string Script = """
        const Ajv = require(process.argv[1]).default;
        const { schema, policies } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const ajv = new Ajv({ strict: false, validateFormats: false });
        if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText());
        const validate = ajv.compile(schema);
        console.log(JSON.stringify(policies.map(policy => validate(policy) ? '' : ajv.errorsText(validate.errors))));
        """;

    /// <summary>What is wrong with each policy, empty for nothing. Skips the running test where node or ajv is absent.</summary>
    public static string[] Errors(string schema, IEnumerable<JsonNode?> policies)
    {
        string? ajv = Find();
        Skip.If(ajv is null, "no node_modules/ajv above the tests: 'npm ci' installs it");
        var start = new ProcessStartInfo("node") { ArgumentList = { "-e", Script, "--", ajv! }, RedirectStandardInput = true,
            RedirectStandardOutput = true, RedirectStandardError = true };
        Process? node = null;
        try
        {
            node = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "node is not installed");
        }
        using (node)
        {
            Task<string> output = node!.StandardOutput.ReadToEndAsync(), error = node.StandardError.ReadToEndAsync();
            var input = new JsonObject { ["schema"] = JsonNode.Parse(schema), ["policies"] = new JsonArray([.. policies]) };
            node.StandardInput.Write(input.ToJsonString());
            node.StandardInput.Close();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, error.Result);
            return JsonSerializer.Deserialize<string[]>(output.Result)!;
        }
    }

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "node_modules", "ajv", "dist", "2020.js");
            if (File.Exists(candidate)) return candidate;
        }
        return null;
    }
}
