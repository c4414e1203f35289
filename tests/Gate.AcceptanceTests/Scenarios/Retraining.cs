using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A champion is made, defended, beaten, put back; all in the folder beside the policy.</summary>
public sealed class Retraining
{
    private const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data:
          source: "{{ year }}/loans-*.csv"
          split: { test: 0.5, seed: 1, stratify: [approved] }
          label: approved
          positive: "yes"
        model:
          train: { algorithm: logistic_regression }
        baseline: { mlflow: "models:/credit@champion" }
        explain: false
        conditions:
          - { metric: accuracy, min: 0.5 }
          - { id: no-worse, metric: roc_auc, max_regression: 0.2 }
        register: { name: credit, alias: champion }

        """;

    private static readonly Dictionary<string, string> environment = new() { ["MLFLOW_TRACKING_URI"] = "", ["USER"] = "ann" };

    private static GateOutcome Gate(Workspace work, params string[] arguments) => GateProcess.Run(work.Root, environment, arguments);

    private static GateOutcome Retrain(Workspace work, params string[] more) => Gate(work, ["retrain", "--date", "2026-05-01", .. more]);

    private static Workspace Work() => new Workspace().With("gate.yml", Policy).With("2026/loans-01.csv", SmallData.Loans());

    private static string Champion(Workspace work, string alias = "champion") =>
        File.ReadAllText(work[$"gate-history/models/credit/aliases/{alias}"]);

    [Fact]
    public void The_loop_from_the_first_champion_to_the_way_back()
    {
        using Workspace work = Work();
        GateOutcome none = Retrain(work);
        Assert.Equal(64, none.ExitCode);
        Assert.Contains("baseline.mlflow: models:/credit@champion names no version", none.Error, StringComparison.Ordinal);

        GateOutcome first = Retrain(work, "--first");
        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        Assert.Contains("champion names version 1 of credit now; before, it named none", first.Error, StringComparison.Ordinal);
        Assert.Equal("1", Champion(work));

        GateOutcome again = Retrain(work);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("Nothing to do: run ", again.Output, StringComparison.Ordinal);
        Assert.Equal("1", Champion(work));

        // New data: only the newest file of the glob is read.
        work.With("2026/loans-02.csv", SmallData.Loans(600));
        GateOutcome newer = Retrain(work, "--newest");
        Assert.True(newer.ExitCode == 0, newer.Output + newer.Error);
        Assert.Equal(("2", "1"), (Champion(work), Champion(work, "previous")));
        Assert.Contains("2026/loans-02.csv", File.ReadAllText(work["gate-output/result.json"]), StringComparison.Ordinal);
        Assert.Contains("models:/credit/1", File.ReadAllText(work["gate-output/result.json"]), StringComparison.Ordinal);

        GateOutcome back = Gate(work, "rollback", "credit", "--why", "customers complained");
        Assert.True(back.ExitCode == 0, back.Error);
        Assert.Contains("champion names version 1 of credit now; before, it named version 2.", back.Output, StringComparison.Ordinal);
        Assert.Equal("customers complained", File.ReadAllText(work["gate-history/models/credit/version-1/tags/promoted_why"]));
        Assert.Equal("ann", File.ReadAllText(work["gate-history/models/credit/version-1/tags/promoted_by"]));
        Assert.Equal(69, Gate(work, "promote", "credit", "2", "--why", "x", "--expected", "7").ExitCode);
        Assert.Equal("1", Champion(work));
        Assert.Equal(0, Gate(work, "promote", "credit", "2", "--why", "they were wrong").ExitCode);
        Assert.Equal("2", Champion(work));
    }

    [Fact]
    public void A_challenger_that_fails_is_registered_and_the_champion_stays()
    {
        using Workspace work = Work();
        Assert.Equal(0, Retrain(work, "--first").ExitCode);
        GateOutcome worse = Retrain(work, "--set", "model.train.C=0.000001", "--set", "conditions[0].min=0.9");
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains("registered as version 2 of credit; champion still names version 1, since the verdict is fail", worse.Error,
            StringComparison.Ordinal);
        Assert.Equal("1", Champion(work));
        GateOutcome forced = Gate(work, "promote", "credit", "2", "--why", "hurry");
        Assert.Equal(64, forced.ExitCode);
        Assert.Contains("the verdict on version 2 of credit is fail", forced.Error, StringComparison.Ordinal);
        Assert.Equal("1", Champion(work));
    }

    /// <summary>The clock starts the job twice: one of the two moves the alias, and the other sees that it has moved, or that there is
    /// nothing left to do.</summary>
    [Fact]
    public async Task Two_jobs_at_once_make_one_champion()
    {
        using Workspace work = Work();
        Assert.Equal(0, Retrain(work, "--first").ExitCode);
        for (int round = 2; round < 5; round++)
        {
            string before = Champion(work);
            work.With($"2026/loans-0{round}.csv", SmallData.Loans(400 + (100 * round)));
            GateOutcome[] jobs = await Task.WhenAll(Enumerable.Range(0, 2).Select(job => Task.Run(
                () => Retrain(work, "--newest", "--again", "-o", $"out-{job}"))));
            Assert.Contains(jobs, job => job.ExitCode == 0);
            Assert.All(jobs, job => Assert.True(job.ExitCode is 0 or 69, job.Output + job.Error));
            Assert.All(jobs.Where(job => job.ExitCode == 69),
                job => Assert.Contains("it was not moved", job.Error, StringComparison.Ordinal));
            Assert.NotEqual(before, Champion(work));
            Assert.Equal("pass", File.ReadAllText(work[$"gate-history/models/credit/version-{Champion(work)}/tags/verdict"]));
        }
    }

    /// <summary>What judged is run again, also where the alias names another version by now.</summary>
    [Fact]
    public void A_result_is_verified_with_the_versions_that_it_names()
    {
        using Workspace work = Work();
        Assert.Equal(0, Retrain(work, "--first").ExitCode);
        GateOutcome first = Gate(work, "verify");
        Assert.Equal(64, first.ExitCode);
        Assert.Contains("does not say which model models:/credit@champion was", first.Error, StringComparison.Ordinal);
        Assert.Equal(0, Retrain(work, "--set", "model.train.C=0.1").ExitCode);
        Assert.Equal("2", Champion(work));
        GateOutcome again = Gate(work, "verify");
        Assert.True(again.ExitCode == 0, again.Output + again.Error);
        Directory.Delete(work["gate-history/models/credit/version-1"], recursive: true);
        GateOutcome gone = Gate(work, "verify");
        Assert.Equal(64, gone.ExitCode);
        Assert.Contains("has no version 1 of a model 'credit'", gone.Error, StringComparison.Ordinal);
    }

    /// <summary>The champion's data are gone, and its card is not: rows of another kind keep it, whatever the challenger's
    /// accuracy.</summary>
    [Fact]
    public void Rows_of_another_kind_than_the_champions_keep_it()
    {
        using Workspace work = Work();
        work.With("gate.yml", Policy.Replace("conditions:\n",
            "conditions:\n  - { id: same-kind, metric: data_drift, features: income, max: 0.5 }\n", StringComparison.Ordinal));
        GateOutcome first = Retrain(work, "--first");
        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        string[] lines = SmallData.Loans().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int income = Array.IndexOf(lines[0].Split(','), "income");
        work.With("2026/loans-01.csv", string.Concat(lines.Select((line, i) => string.Join(',', line.Split(',')
            .Select((cell, column) => i > 0 && column == income ? "9" + cell : cell)) + "\n")));
        GateOutcome moved = Retrain(work);
        Assert.Equal(1, moved.ExitCode);
        Assert.Contains("same-kind", moved.Output, StringComparison.Ordinal);
        Assert.Contains("away from the rows that models:/credit/1 was trained on", File.ReadAllText(work["gate-output/result.json"]),
            StringComparison.Ordinal);
        Assert.Equal("1", Champion(work));
        Assert.Equal(0, Gate(work, "verify").ExitCode);
    }

    [Fact]
    public void A_dry_run_leaves_nothing()
    {
        using Workspace work = Work();
        GateOutcome dry = Retrain(work, "--first", "--dry-run");
        Assert.True(dry.ExitCode == 0, dry.Error);
        Assert.Contains("nothing was kept or registered", dry.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-history"]));
    }

    /// <summary>What is registered is what MLflow calls a model, and Gate opens it again.</summary>
    [Fact]
    public void The_registered_model_is_judged_like_any_other()
    {
        using Workspace work = Work();
        Assert.Equal(0, Retrain(work, "--first").ExitCode);
        string model = Directory.GetDirectories(work["gate-history"], "model", SearchOption.AllDirectories).Single();
        Assert.Equal(["MLmodel", "conda.yaml", "input_example.json", "model-card.json", "model.onnx", "requirements.txt"],
            Directory.GetFiles(model).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        work.With("judge.yml", """
            version: 1
            name: judged
            task: binary_classification
            data: { source: 2026/loans-01.csv, label: approved, positive: "yes" }
            model: { mlflow: "models:/credit@champion" }
            explain: false
            conditions: [{ metric: accuracy, min: 0.5 }]

            """);
        GateOutcome judged = Gate(work, "run", "judge.yml");
        Assert.True(judged.ExitCode == 0, judged.Output + judged.Error);
        Assert.Contains("models:/credit/1", File.ReadAllText(work["gate-output/result.json"]), StringComparison.Ordinal);
        // Also beside the policy that holds, and with a baseline of its own.
        work.With("holds.yml", File.ReadAllText(work["judge.yml"]).Replace("min: 0.5", "min: 0.51", StringComparison.Ordinal));
        File.AppendAllText(work["judge.yml"], "baseline: { mlflow: \"models:/credit/1\" }\n");
        GateOutcome beside = Gate(work, "run", "judge.yml", "--base-policy", "holds.yml");
        Assert.True(beside.ExitCode == 0, beside.Output + beside.Error);
        Assert.Contains("it would say pass", File.ReadAllText(work["gate-output/report.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, "retrain --set register=null", "register: is missing or has no alias")]
    [InlineData(64, "retrain --date May", "--date takes a day")]
    [InlineData(64, "retrain --set baseline.mlflow=models:/credit", "is no address of a model")]
    [InlineData(64, "promote credit 7 --why x", "has no version '7'")]
    [InlineData(64, "promote ../x 1 --why x", "is no name of a registered model")]
    [InlineData(64, "rollback credit --why x", "names no version")]
    [InlineData(65, "retrain --date 1999-01-01 --first", "1999")]
    public void What_cannot_be_is_said(int code, string command, string said)
    {
        using Workspace work = Work();
        GateOutcome outcome = Gate(work, command.Split(' '));
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }
}
