using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Evidence that a release can be held to: a result is that of its inputs, or what changed is named.</summary>
public sealed class VerifiedResults
{
    private const string Predicted = """
        version: 1
        name: loans
        task: binary_classification
        data: { source: loans.csv, label: approved, positive: "yes", sensitive: [sex] }
        model: { lightgbm: model.txt }
        conditions:
          - metric: accuracy
            min: 0.1
        """;

    [Fact]
    public void A_result_is_that_of_its_inputs()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "--set", "model.threshold=0.45");
        GateOutcome outcome = work.Gate("verify");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("ok  run again: the same byte for byte", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("Verified: the result is that of its policy, data and model.\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_the_base_branchs_policy_judged()
    {
        using Workspace work = SmallData.Workspace().With("base.yml", SmallData.Policy.Replace("min: 0.5", "min: 0.6",
            StringComparison.Ordinal));
        work.Gate("run", "--base-policy", "base.yml");
        Assert.Equal(0, work.Gate("verify").ExitCode);
        work.With("base.yml", SmallData.Policy);
        Assert.Contains("no  policy base.yml: another file", work.Gate("verify").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate.yml", "no  policy gate.yml: another file, sha256:")]
    [InlineData("loans.csv", "no  data loans.csv: another file, sha256:")]
    public void One_byte_of_an_input_is_found(string file, string message)
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run");
        File.AppendAllText(work[file], " ");
        GateOutcome outcome = work.Gate("verify", "--digests-only");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Output, StringComparison.Ordinal);
        File.Delete(work[file]);
        Assert.Contains("there is no such file", work.Gate("verify", "--digests-only").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_byte_of_the_evidence_is_found()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "--reproducible", "--format", "json");
        byte[] bytes = File.ReadAllBytes(work["gate-output/result.json"]);
        // Digits all over the file: some contradict the result itself (65), all others what another run finds (1).
        int[] digits = [.. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] is >= (byte)'0' and <= (byte)'8')];
        foreach (int at in digits.Where((_, i) => i % (digits.Length / 6) == 3))
        {
            byte[] flipped = (byte[])bytes.Clone();
            flipped[at]++;
            File.WriteAllBytes(work["gate-output/result.json"], flipped);
            Assert.Contains(work.Gate("verify").ExitCode, (int[])[1, 65]);
        }
    }

    [Fact]
    public void What_another_run_finds_otherwise_is_named()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "--reproducible");
        string path = work["gate-output/result.json"], text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"title\": \"loans\"", "\"title\": \"Loans\"", StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("verify");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("no  policy.title: \"Loans\" in the result, \"loans\" when run again", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--require|pass", "min: 0.5", 0, "Verified")]
    [InlineData("--require|pass", "min: 0.999", 1, "the verdict is fail, and pass is required")]
    [InlineData("--require|warn", "min: 0.999\n    level: warn", 0, "Verified")]
    [InlineData("--require|pass", "min: 0.999\n    level: warn", 1, "the verdict is warn, and pass is required")]
    [InlineData("--max-age|7d", "min: 0.5", 0, "Verified")]
    [InlineData("--subject|loans.csv", "min: 0.5", 1, "loans.csv (sha256:")]
    public void A_release_is_refused_with_the_reason(string option, string bound, int exit, string message)
    {
        using Workspace work = SmallData.Workspace(policy: SmallData.Policy.Replace("min: 0.5", bound, StringComparison.Ordinal));
        work.Gate("run");
        GateOutcome outcome = work.Gate(["verify", "--digests-only", .. option.Split('|')]);
        Assert.Equal(exit, outcome.ExitCode);
        Assert.Contains(message, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_result_and_one_without_a_time_are_too_old()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run");
        string path = work["gate-output/result.json"], text = File.ReadAllText(path);
        string started = JsonDocument.Parse(text).RootElement.GetProperty("run").GetProperty("started").GetString()!;
        File.WriteAllText(path, text.Replace(started, "2020-01-01T00:00:00Z", StringComparison.Ordinal));
        Assert.Contains("no  the result is of 2020-01-01T00:00:00Z, older than 168 hours",
            work.Gate("verify", "--digests-only", "--max-age", "7d").Output, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(started, "2999-01-01T00:00:00Z", StringComparison.Ordinal));
        Assert.Equal(1, work.Gate("verify", "--digests-only", "--max-age", "7d").ExitCode);
        work.Gate("run", "--reproducible");
        Assert.Contains("does not say when it was made", work.Gate("verify", "--digests-only", "--max-age", "7d").Output,
            StringComparison.Ordinal);
        Assert.Equal(64, work.Gate("verify", "--max-age", "soon").ExitCode);
    }

    [Fact]
    public void The_model_that_was_judged_is_the_one_that_is_released()
    {
        using Workspace train = SmallData.Workspace();
        train.Gate("train", "--set", "model={ train: { algorithm: lightgbm, iterations: 5 } }", "--own-format");
        if (!File.Exists(train["gate-model/model.txt"])) return;
        using Workspace work = SmallData.Workspace(policy: Predicted).WithCopy(train["gate-model/model.txt"], "model.txt");
        Assert.Equal(0, work.Gate("run").ExitCode);
        Assert.Equal(0, work.Gate("verify", "--subject", "model.txt").ExitCode);
        File.AppendAllText(work["model.txt"], "\n");
        Assert.Contains("is not the model that was judged", work.Gate("verify", "--subject", "model.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_is_an_in_toto_statement_of_what_was_judged()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run");
        using JsonDocument statement = JsonDocument.Parse(work.Gate("evidence").Output);
        JsonElement root = statement.RootElement;
        Assert.Equal("https://in-toto.io/Statement/v1", root.GetProperty("_type").GetString());
        Assert.Equal("urn:gate:verdict:v1", root.GetProperty("predicateType").GetString());
        Assert.All(root.GetProperty("subject").EnumerateArray(), subject =>
            Assert.Matches("^[0-9a-f]{64}$", subject.GetProperty("digest").GetProperty("sha256").GetString()!));
        Assert.Equal(["policy", "data", "model"], root.GetProperty("subject").EnumerateArray()
            .Select(subject => subject.GetProperty("annotations").GetProperty("role").GetString()!));
        JsonElement predicate = root.GetProperty("predicate");
        Assert.Equal("pass", predicate.GetProperty("verdict").GetString());
        Assert.Equal(2, predicate.GetProperty("conditions").GetArrayLength());
        work.Gate("evidence", "--predicate", "-o", "predicate.json");
        Assert.Equal(predicate.GetRawText().Length > 0, File.Exists(work["predicate.json"]));
        Assert.Equal("pass", JsonDocument.Parse(File.ReadAllText(work["predicate.json"])).RootElement.GetProperty("verdict").GetString());
    }
}
