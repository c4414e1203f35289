using System.Diagnostics;

namespace Gate.Tests.Reporting;

/// <summary>The published schema of SARIF 2.1.0, as npm's <c>@microsoft/jest-sarif</c> carries it, asked by node.</summary>
internal static class SarifSchema
{
    private const string Script = """
        const folder = process.argv[1];
        const require2 = require('module').createRequire(folder + '/');
        const Ajv = require2('ajv');
        const ajv = new Ajv({ schemaId: 'auto', validateSchema: false, unknownFormats: 'ignore' });
        ajv.addMetaSchema(require2('ajv/lib/refs/json-schema-draft-04.json'));
        const validate = ajv.compile(require2('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
        const log = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        process.stdout.write(validate(log) ? '' : ajv.errorsText(validate.errors));
        """;

    /// <summary>What the schema says against a log; empty for nothing. Skips the running test where node or the schema is absent.</summary>
    public static string Against(string log)
    {
        string? folder = Find();
        Skip.If(folder is null, "no tests/published/node_modules above the tests: the build of the tests installs them");
        using Process node = Process.Start(new ProcessStartInfo("node", ["-e", Script, "--", folder!])
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(), error = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(log);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, error.Result);
        return output.Result;
    }

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "tests", "published");
            if (Directory.Exists(Path.Combine(candidate, "node_modules", "@microsoft", "jest-sarif"))) return candidate;
        }
        return null;
    }
}
