using System.Globalization;
using System.Text.RegularExpressions;
using Gate.Data;
using Gate.Data.Reading;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Loading;
using Gate.Models.Features;
using Gate.Models.Remote.Commands;
using Gate.Models.Remote.Endpoints;
using Gate.Policy.Inheritance;
using Gate.Policy.Yaml;
using Gate.Reporting.Output;
using Gate.Reporting.Templating;

namespace Gate.Tests.House;

/// <summary>The limits that SECURITY.md states are those of the code, and each names a test that is there.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly Dictionary<string, double> Code = new()
    {
        ["bytes of a policy"] = PolicyLimits.Bytes,
        ["levels of a policy"] = PolicyLimits.Depth,
        ["nodes that aliases of a policy stand for"] = PolicyLimits.AliasNodes,
        ["entries of a list or map of a policy"] = PolicyLimits.Entries,
        ["policies that extend each other in a row"] = PolicyChain.Depth,
        ["files of a policy and those that it extends"] = PolicyChain.Files,
        ["bytes of a template"] = TemplateFile.MostBytes,
        ["bytes of a report or a summary, but for its conditions"] = Detail.MostBytes,
        ["columns of a table"] = DataLimits.MostColumns,
        ["characters of a name (column, class, group)"] = DataLimits.LongestName,
        ["levels of JSON"] = DataLimits.MostJsonLevels,
        ["MB of a row of csv"] = FieldReader.LongestRecord >> 20,
        ["bytes of an endpoint's answer, besides its scores"] = EndpointModel.AnswerBytes,
        ["bytes of an endpoint's answer for each score"] = EndpointModel.ScoreBytes,
        ["bytes of a command's answer, besides its rows"] = CommandModel.AnswerBytes,
        ["bytes of a command's answer for each row and score"] = CommandModel.ValueBytes,
        ["groups of a sensitive column"] = DataLoader.MostGroups,
        ["groups of the columns of a condition together"] = GroupNumberCheck.Most,
        ["different texts of a feature that is learned from"] = FeatureSchema.MostLevels,
        ["weights that are not 0, from"] = DataLoader.SmallestWeight,
        ["weights, to"] = DataLoader.LargestWeight,
    };

    private static (string Limit, string Value, string Tests)[] Table() =>
        [.. Row().Matches(File.ReadAllText(Checkout.Path("SECURITY.md")))
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))];

    [Fact]
    public void Numbers_are_those_of_the_code()
    {
        Dictionary<string, string> page = Table().ToDictionary(row => row.Limit, row => row.Value);
        Assert.Empty(Code.Keys.Except(page.Keys));
        foreach ((string limit, double value) in Code)
            Assert.Equal((limit, value), (limit, double.Parse(page[limit], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_limit_names_tests_that_are_there()
    {
        (string Limit, string Value, string Tests)[] table = Table();
        Assert.True(table.Length >= Code.Count);
        foreach ((string limit, _, string tests) in table)
        {
            string[] names = [.. Name().Matches(tests).Select(name => name.Groups[1].Value)];
            Assert.True(names.Length > 0, limit);
            foreach (string name in names)
                Assert.NotEmpty(Directory.GetFiles(Checkout.Path("tests"), name + ".cs", SearchOption.AllDirectories));
        }
    }

    /// <summary>What the page promises of pull requests: the two switches are options of commands, and nothing else of Gate's has
    /// them.</summary>
    [Fact]
    public void Endpoints_and_commands_are_allowed_on_the_command_line_alone()
    {
        string page = File.ReadAllText(Checkout.Path("SECURITY.md"));
        Assert.Contains("**What a pull request cannot switch on.**", page, StringComparison.Ordinal);
        foreach (string word in (string[])["allow-host", "allow-commands"])
        {
            Assert.Contains($"(`--{word}`)", page, StringComparison.Ordinal);
            string[] users = [.. Directory.EnumerateFiles(Checkout.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    && File.ReadAllText(file).Contains($"new(\"--{word}\")", StringComparison.Ordinal)).Select(Path.GetFileName)!];
            Assert.Equal(["CommonOptions.cs"], users);
            foreach (string part in (string[])["action.yml", Path.Combine("eng", "action", "run.sh")])
                Assert.DoesNotContain(word, File.ReadAllText(Checkout.Path(part)), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| ([^|]+?) \| ([^|]+?) \| (`[^|]+`) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
