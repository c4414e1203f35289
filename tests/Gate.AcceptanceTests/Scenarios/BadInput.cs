using System.IO.Compression;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Each kind of bad input gives lines that say what is wrong, where, and what to do; the right exit code; no stack trace and no
/// file.</summary>
public sealed class BadInput
{
    private const int Usage = 64, Data = 65;

    [Fact]
    public void Policy_file_that_does_not_exist() => Refuses(new Workspace(), Usage, "gate.yml", "gate init");

    [Fact]
    public void Policy_that_is_not_yaml() => Refuses(SmallData.Workspace(policy: "version: [1\nname: {"), Usage, "gate.yml:", "YAML");

    [Fact]
    public void Policy_that_is_binary() => Refuses(new Workspace().With("gate.yml", "\0\u0001\u0002\0"), Usage, "gate.yml:1:1");

    [Fact]
    public void Policy_that_is_empty() => Refuses(SmallData.Workspace(policy: ""), Usage, "empty");

    [Fact]
    public void Policy_of_100_megabytes()
    {
        Workspace work = SmallData.Workspace();
        using (FileStream file = File.Create(work["gate.yml"])) file.SetLength(100_000_000);
        Refuses(work, Usage, "96 MiB", "at most 1 MiB");
    }

    [Fact]
    public void Policy_without_conditions() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy[..SmallData.Policy.IndexOf("conditions", StringComparison.Ordinal)]), Usage,
        "conditions");

    [Fact]
    public void Policy_with_several_mistakes_lists_all_of_them() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("metric: accuracy", "metric: acuracy").Replace("min: 0.1", "mn: 0.1")),
            Usage, "did you mean 'accuracy'", "'mn'", "min", "gate.yml:13:", "gate.yml:18:");

    [Fact]
    public void Compressed_data_that_unpacks_to_one_endless_row()
    {
        using Workspace work = SmallData.Workspace(policy: SmallData.Policy.Replace("loans.csv", "loans.csv.gz"));
        Compress(work["loans.csv.gz"], "id,income,debt,sex,approved\n", new string('1', 1_000_000), 100);
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("line 2: the row is longer than 64 MB", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_data_that_unpacks_to_more_than_the_memory()
    {
        using Workspace work = SmallData.Workspace(policy: SmallData.Policy.Replace("loans.csv", "loans.csv.gz"));
        Compress(work["loans.csv.gz"], "id,income,debt,sex,approved\n",
            string.Concat(Enumerable.Repeat("1,20.5,3.5,f,yes\n2,40.5,3.5,m,no\n", 30_000)), 150);
        GateOutcome outcome = GateProcess.Run(work.Root, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x6000000" },
            "run");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("does not fit in the memory", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }

    [Fact]
    public void Data_file_that_is_missing() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("loans.csv", "loan.csv")), Data, "loan.csv", "loans.csv");

    [Fact]
    public void Data_file_that_is_empty() => Refuses(SmallData.Workspace(data: ""), Data, "loans.csv", "empty");

    [Fact]
    public void Data_file_with_a_header_only() => Refuses(SmallData.Workspace(data: "id,income,debt,sex,approved\n"), Data, "no rows");

    [Fact]
    public void Csv_with_ragged_rows() =>
        Refuses(SmallData.Workspace(data: SmallData.Loans().Replace("\n7,", "\n7,99,", StringComparison.Ordinal)), Data, "loans.csv", "9");

    [Fact]
    public void Label_with_one_class() =>
        Refuses(SmallData.Workspace(data: SmallData.Loans().Replace(",no\n", ",yes\n", StringComparison.Ordinal)), Data, "'approved'",
        "one class", "'yes'");

    [Fact]
    public void Label_that_does_not_exist() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("label: approved", "label: aproved")), Usage, "gate.yml:7:",
        "'aproved'", "did you mean 'approved'");

    [Fact]
    public void Sensitive_column_that_does_not_exist() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("[sex]", "[sx]").Replace("by: sex", "by: sx")), Usage, "'sx'",
            "did you mean 'sex'");

    [Fact]
    public void Positive_class_that_does_not_occur() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("\"yes\"", "\"maybe\"")), Usage, "gate.yml:8:3: ", "'maybe'", "'yes'",
            "'no'");

    [Fact]
    public void Text_in_a_numeric_column() =>
        Refuses(SmallData.Workspace(data: ReplaceField(SmallData.Loans(), 10, 1, "n/a")), Data, "'income'", "n/a", "na_values");

    [Fact]
    public void All_missing_label() =>
        Refuses(SmallData.Workspace(data: BlankColumn(SmallData.Loans(), 4)), Data, "'approved'", "no value");

    [Fact]
    public void Some_missing_labels() =>
        Refuses(SmallData.Workspace(data: ReplaceField(SmallData.Loans(), 10, 4, "")), Data, "'approved'", "missing", "data.where");

    [Fact]
    public void Duplicate_columns() =>
        Refuses(SmallData.Workspace(data: SmallData.Loans().Replace("id,income,debt", "id,income,income", StringComparison.Ordinal)), Data,
        "income", "two columns");

    [Theory]
    [InlineData("incme > 3", "no column is called 'incme'; did you mean 'income'?")]
    [InlineData("income >", "syntax error")]
    [InlineData("income > 3; DROP TABLE x", "';' is not allowed")]
    public void Filter_that_is_wrong_in_the_policy(string filter, string what) =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("  label: approved", $"  where: \"{filter}\"\n  label: approved")),
            Usage, "gate.yml:7:3: data.where: ", what);

    [Fact]
    public void Query_that_is_wrong_in_the_policy() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("source: loans.csv",
            "source: { sql: \"SELECT nope FROM 'loans.csv'\" }")), Usage, "gate.yml:5:13: data.source.sql: ", "'nope'");

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public void Predictions_file_without_the_named_columns(string command) =>
        Refuses(
            SmallData.Workspace(policy: Predictions("{ score: scroe, source: predicted.csv, key: idd }"))
                .With("predicted.csv", "id,score\n1,0.5\n"),
            Usage,
            ["gate.yml:11:18: ", "'scroe' is not a column of predicted.csv; did you mean 'score'?",
                "'idd' is not a column of predicted.csv", "'idd' is not a column of the data"],
            [command, "gate.yml"]);

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public void Test_file_without_a_control_column(string command) =>
        Refuses(
            SmallData.Workspace(policy: SmallData.Policy.Replace("split: { test: 0.5, seed: 1, stratify: [approved] }", "test: hold.csv")
                .Replace("by: sex", "by: sex\n    control: branch"), data: WithBranch(SmallData.Loans()))
                .With("hold.csv", SmallData.Loans()),
            Data,
            "lacks the column 'branch'",
            [command, "gate.yml"]);

    [Fact]
    public void Output_directory_that_is_a_file() =>
        Refuses(SmallData.Workspace(), Usage, "loans.csv is a file", ["run", "gate.yml", "--output", "loans.csv"]);

    [Fact]
    public void Output_directory_without_a_name() =>
        Refuses(SmallData.Workspace(), Usage, "names no directory", ["run", "gate.yml", "--output", ""]);

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public void Threads_that_are_no_number_from_0_on(string threads) =>
        Refuses(SmallData.Workspace(), Usage, "--threads", ["run", "gate.yml", "--threads", threads]);

    /// <summary>The report is published: a template that could name any file would publish any file.</summary>
    [Theory]
    [InlineData("/proc/self/environ", "outside the policy's folder")]
    [InlineData("/dev/zero", "outside the policy's folder")]
    [InlineData("../gate.yml", "outside the policy's folder")]
    [InlineData("link.sbn", "is a link")]
    public void Template_that_lies_elsewhere(string template, string what)
    {
        Workspace work = SmallData.Workspace(policy: SmallData.Policy + $"\nreport: {{ template: {template} }}\n");
        File.CreateSymbolicLink(work["link.sbn"], "/proc/self/environ");
        Refuses(work, Usage, what, ["run", "gate.yml"]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>")]
    [InlineData("{{ 'x' * 2000000000 }}", "the operator *")]
    [InlineData("{{ include '/etc/passwd' }}", "a part that there is not")]
    public void Template_that_attacks(string template, string what) =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy + "\nreport: { template: mine.sbn }\n").With("mine.sbn", template), Usage,
            what, ["run", "gate.yml"]);

    [Fact]
    public void Template_that_is_no_template_is_found_by_check() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy + "\nreport: { template: mine.sbn }\n").With("mine.sbn", "{{ for }}"), Usage,
            "gate.yml: report.template cannot be used", ["check", "gate.yml"]);

    [Fact]
    public void Template_that_is_missing_is_found_by_check() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy + "\nreport: { template: mine.sbn }\n"), Usage, "mine.sbn",
            ["check", "gate.yml"]);

    [Theory]
    [InlineData("\"findings\": [", "\"findings\": [ null,", "null")]
    [InlineData("\"waivers\": [", "\"waivers\": null, \"were\": [", "Waivers")]
    [InlineData("\"verdict\": \"", "\"verdict\": \"quite ", "'quite ")]
    [InlineData("\"inform\": 0", "\"inform\": 7", "its findings give")]
    [InlineData("\"line\": ", "\"line\": 1e999, \"was\": ", ".line")]
    public void Result_that_was_edited(string text, string instead, string what)
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml");
        string result = File.ReadAllText(work["gate-output/result.json"]);
        Assert.Contains(text, result, StringComparison.Ordinal);
        work.With("edited.json", result.Replace(text, instead, StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("report", "edited.json", "--output", "again");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.StartsWith("gate: edited.json is not a result of this Gate: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(what, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["again"]));
    }

    [Theory]
    [InlineData("{}", "it is JSON of something else")]
    [InlineData("[1]", "it is JSON of something else")]
    [InlineData("version: 1", "it is no JSON")]
    [InlineData("", "it is no JSON")]
    public void Report_of_something_else(string text, string what)
    {
        using Workspace work = new Workspace().With("other.json", text);
        GateOutcome outcome = work.Gate("report", "other.json");
        const string instead = "what is read here is the result.json that 'gate run' writes";
        Assert.Equal((Data, $"gate: other.json is no result of Gate: {what}; {instead}\n"), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("source: loans.csv", "source: loan.csv", "gate.yml:5: data.source: ", "'loan.csv' is relative to the policy's folder, ")]
    [InlineData("source: loans.csv", "source: [loans.csv,\n    absent/*.csv]", "gate.yml:6: data.source: ", "'absent/*.csv' is")]
    [InlineData("split: { test: 0.5, seed: 1, stratify: [approved] }", "test: held.csv", "gate.yml:6: data.test: ", "'held.csv' is")]
    [InlineData("train: { algorithm: logistic_regression }", "predictions: { source: p.csv, score: s }",
        "gate.yml:11: model.predictions.source: ", "'p.csv' is relative to")]
    public void Files_that_are_missing_are_named_at_their_line(string line, string instead, string place, string relative) =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace(line, instead, StringComparison.Ordinal)), Data, place, relative);

    [Fact]
    public void No_feature_left() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("sensitive: [sex]",
        "sensitive: [sex]\n  features: { exclude: [id, income, debt] }")), Data, "feature");

    [Fact]
    public void Filter_that_keeps_no_row() =>
        Refuses(SmallData.Workspace(policy: SmallData.Policy.Replace("label: approved", "where: income > 1000\n  label: approved")), Data,
        "keeps none", "income > 1000");

    [Theory]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "finite")]
    [InlineData("-inf", "finite")]
    [InlineData("", "missing")]
    public void Scores_that_are_not_finite(string score, string what)
    {
        string policy = SmallData.Policy.Replace("train: { algorithm: logistic_regression }", "predictions: { score: debt }")
            .Replace("  split: { test: 0.5, seed: 1, stratify: [approved] }\n", "");
        Refuses(SmallData.Workspace(policy, ReplaceField(SmallData.Loans(), 10, 2, score)), Data, "'debt'", what);
    }

    [Fact]
    public void Unknown_option() => Refuses(SmallData.Workspace(), Usage, "--outptu", arguments: ["run", "gate.yml", "--outptu", "x"]);

    [Fact]
    public void Override_of_a_key_that_does_not_exist() =>
        Refuses(SmallData.Workspace(), Usage, "--set", "model.treshold", arguments: ["run", "gate.yml", "--set", "model.treshold=0.4"]);

    [Fact]
    public void Override_without_a_value() =>
        Refuses(SmallData.Workspace(), Usage, "key=value", arguments: ["run", "gate.yml", "--set", "model.threshold"]);

    [Fact]
    public void Result_that_is_not_one() =>
        Refuses(SmallData.Workspace().With("result.json", "{}"), Data, "result.json", arguments: ["report", "result.json"]);

    /// <summary>A test set of one row decides nothing: the run ends with a verdict, never with a pass.</summary>
    [Fact]
    public void Test_set_of_one_row_is_never_a_pass()
    {
        using Workspace work = SmallData.Workspace(policy: SmallData.Policy.Replace("split: { test: 0.5, seed: 1, stratify: [approved] }",
            "test: one.csv"));
        work.With("one.csv", string.Join('\n', SmallData.Loans().Split('\n')[..2]) + "\n");
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("too little evidence: 1 row, the floor is 30", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>A category that no test row has makes no group: nothing is divided by zero.</summary>
    [Fact]
    public void Group_that_is_empty_in_the_test_rows()
    {
        string[] lines = SmallData.Loans().TrimEnd('\n').Split('\n');
        using Workspace work = SmallData.Workspace(
            policy: SmallData.Policy.Replace("split: { test: 0.5, seed: 1, stratify: [approved] }", "split: { column: part }"),
            data: string.Join('\n',
                lines.Select((line, i) => i == 0 ? line + ",part" : line + (line.Contains(",m,", StringComparison.Ordinal)
                || i % 2 == 0 ? ",train" : ",test"))) + "\n");
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("undefined", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_missing_feature_is_left_out_with_a_note()
    {
        using Workspace work = SmallData.Workspace(data: BlankColumn(SmallData.Loans(), 2));
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        Assert.Contains("The column 'debt' has no value at all.", File.ReadAllText(work["gate-output/result.json"])
            .Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Predictions(string section) =>
        SmallData.Policy.Replace("train: { algorithm: logistic_regression }", $"predictions: {section}", StringComparison.Ordinal)
            .Replace("split: { test: 0.5, seed: 1, stratify: [approved] }", "where: \"TRUE\"", StringComparison.Ordinal);

    private static string WithBranch(string csv) =>
        string.Join('\n', csv.TrimEnd('\n').Split('\n').Select((line, i) => i == 0 ? line + ",branch" : line + ",north")) + "\n";

    private static void Refuses(Workspace work, int code, params string[] fragments) => Refuses(work, code, fragments, ["run", "gate.yml"]);

    private static void Refuses(Workspace work, int code, string fragment, string[] arguments) =>
        Refuses(work, code, [fragment], arguments);

    private static void Refuses(Workspace work, int code, string first, string second, string[] arguments) =>
        Refuses(work, code, [first, second], arguments);

    private static void Refuses(Workspace work, int code, string[] fragments, string[] arguments)
    {
        using (work)
        {
            GateOutcome outcome = work.Gate(arguments);
            Assert.True(outcome.ExitCode == code, $"exit code {outcome.ExitCode}: {outcome.Error}");
            foreach (string fragment in fragments) Assert.Contains(fragment, outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", outcome.Error, StringComparison.Ordinal);
            Assert.Empty(outcome.Output);
            Assert.False(Directory.Exists(work["gate-output"]), "a refused run writes nothing");
        }
    }

    private static void Compress(string path, string start, string block, int times)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        writer.Write(start);
        for (int i = 0; i < times; i++) writer.Write(block);
    }

    private static string ReplaceField(string csv, int line, int field, string value)
    {
        string[] lines = csv.Split('\n');
        string[] fields = lines[line].Split(',');
        fields[field] = value;
        lines[line] = string.Join(',', fields);
        return string.Join('\n', lines);
    }

    private static string BlankColumn(string csv, int field) =>
        string.Join('\n', csv.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : ReplaceField(line, 0, field, "")));
}
