using System.Globalization;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A model is trained, written, judged where it was trained, scored on other rows and judged again from its file.</summary>
public sealed class HandingOn
{
    private const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data: { source: train.csv, label: paid, positive: yes, split: { test: 0.5, seed: 3 } }
        model: { train: { algorithm: logistic_regression }, threshold: 0.4 }
        explain: false
        conditions: [{ metric: accuracy, min: 0.5 }]

        """;

    private static string Rows(int from) => "id,income,town,paid\n" + string.Concat(Enumerable.Range(from, 300).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i},{(i % 11 == 0 ? "" : i * 37 % 90)},{(i % 3 == 0 ? "\"Ulm, Donau\"" : "Bonn")},")
        + (i * 37 % 90 + (i % 3 * 10) > 50 ? "yes\n" : "no\n")));

    private static Workspace Work() => new Workspace().With("train.csv", Rows(0)).With("gate.yml", Policy).With("new.csv", Rows(1000));

    private static string Digest(string json, string role) => JsonDocument.Parse(json).RootElement.GetProperty("digests").EnumerateArray()
        .Single(digest => digest.GetProperty("role").GetString() == role).GetProperty("sha256").GetString()!;

    [Fact]
    public void Training_alone_and_in_a_run_write_the_same_model_and_the_card_has_the_verdict()
    {
        using Workspace work = Work();
        GateOutcome trained = work.Gate("train", "--threads", "1");
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("gate-model/model.onnx, gate-model/model-card.json written", trained.Error, StringComparison.Ordinal);
        GateOutcome run = work.Gate("run", "--save-model", "saved", "--threads", "2");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(File.ReadAllBytes(work["gate-model/model.onnx"]), File.ReadAllBytes(work["saved/model.onnx"]));

        string card = File.ReadAllText(work["saved/model-card.json"]), alone = File.ReadAllText(work["gate-model/model-card.json"]);
        JsonElement root = JsonDocument.Parse(card).RootElement;
        Assert.Equal("pass", root.GetProperty("verdict").GetProperty("verdict").GetString());
        Assert.Equal("accuracy", root.GetProperty("verdict").GetProperty("conditions")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(alone).RootElement.GetProperty("verdict").ValueKind);
        Assert.Equal(["no", "yes"], root.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["id number", "income number", "town category"], root.GetProperty("features").EnumerateArray()
            .Select(feature => $"{feature.GetProperty("name").GetString()} {feature.GetProperty("kind").GetString()}"));

        // The card, the result and the command speak of one model.
        string model = Digest(card, "model");
        Assert.Contains(model, trained.Output, StringComparison.Ordinal);
        Assert.Equal(model, Digest(alone, "model"));
        JsonElement result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"])).RootElement;
        Assert.Equal(model, Digest(result.GetProperty("provenance").GetRawText(), "model"));
    }

    [Fact]
    public void A_written_model_scores_other_rows_and_its_scores_can_be_judged()
    {
        using Workspace work = Work();
        Assert.Equal(0, work.Gate("train").ExitCode);
        GateOutcome scored = work.Gate("score", "gate-model/model.onnx", "new.csv", "--keep", "paid", "--keep", "town");
        Assert.True(scored.ExitCode == 0, scored.Error);
        string[] lines = scored.Output.Split('\n');
        Assert.Equal("paid,town,prediction,score", lines[0]);
        Assert.Contains("\"Ulm, Donau\"", scored.Output, StringComparison.Ordinal);
        Assert.All(lines[1..301], line => Assert.Equal(
            double.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture) >= 0.4 ? "yes" : "no", line.Split(',')[^2]));

        Assert.Equal(0, work.Gate("score", "gate-model/model.onnx", "new.csv", "--keep", "paid", "-o", "scored.csv").ExitCode);
        work.With("judge.yml", """
            version: 1
            name: judged
            task: binary_classification
            data: { source: scored.csv, label: paid, positive: yes }
            model: { predictions: { prediction: prediction, score: score } }
            conditions: [{ metric: accuracy, min: 0.5 }]

            """);
        GateOutcome judged = work.Gate("run", "judge.yml");
        Assert.True(judged.ExitCode == 0, judged.Output + judged.Error);
    }

    [Fact]
    public void Parquet_goes_in_and_out_with_the_same_scores()
    {
        using Workspace work = Work();
        Assert.Equal(0, work.Gate("train").ExitCode);
        string[] keep = ["--keep", "id", "--keep", "income", "--keep", "town", "--keep", "paid"];
        GateOutcome direct = work.Gate(["score", "gate-model/model.onnx", "new.csv", .. keep]);
        GateOutcome written = work.Gate(["score", "gate-model/model.onnx", "new.csv", .. keep, "-o", "scored.parquet"]);
        Assert.True(written.ExitCode == 0, written.Error);
        Assert.Equal("PAR1"u8, File.ReadAllBytes(work["scored.parquet"]).AsSpan(0, 4));
        // Scored once more, from Parquet: prediction and score come anew.
        GateOutcome again = work.Gate(["score", "gate-model/model.onnx", "scored.parquet", .. keep]);
        Assert.Equal(direct.Output, again.Output);
        work.With("judge.yml", """
            version: 1
            name: judged
            task: binary_classification
            data: { source: scored.parquet, label: paid, positive: yes }
            model: { predictions: { prediction: prediction, score: score } }
            conditions: [{ metric: accuracy, min: 0.5 }]

            """);
        GateOutcome judged = work.Gate("run", "judge.yml");
        Assert.True(judged.ExitCode == 0, judged.Output + judged.Error);
        Assert.Equal(65, work.Gate("score", "gate-model/model.onnx", "new.csv", "--keep", "absent", "-o", "none.parquet").ExitCode);
        Assert.False(File.Exists(work["none.parquet"]));
    }

    /// <summary>What is judged from the file is what was judged where it was trained.</summary>
    [Fact]
    public void A_policy_judges_the_file_as_it_judged_the_model()
    {
        using Workspace work = Work();
        Assert.Equal(0, work.Gate("run", "--save-model", "saved", "-o", "one", "--reproducible").ExitCode);
        work.With("file.yml", Policy
            .Replace("train: { algorithm: logistic_regression }", "onnx: saved/model.onnx", StringComparison.Ordinal)
            .Replace("positive: yes", "positive: yes, features: { include: [id, income, town] }", StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("run", "file.yml", "-o", "two", "--reproducible");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        static double Accuracy(string json) =>
            JsonDocument.Parse(json).RootElement.GetProperty("findings")[0].GetProperty("estimate").GetDouble();
        Assert.Equal(Accuracy(File.ReadAllText(work["one/result.json"])), Accuracy(File.ReadAllText(work["two/result.json"])));
    }

    [Theory]
    [InlineData(64, "train predicted.yml", "predicted.yml:5:1: model: it is not trained by this policy")]
    [InlineData(64, "run predicted.yml --save-model saved", "predicted.yml:5:1: model: it is not trained by this policy")]
    [InlineData(64, "run --save-model new.csv", "is a file, not a directory")]
    [InlineData(65, "score absent.onnx new.csv", "absent.onnx does not exist")]
    [InlineData(65, "score new.csv new.csv", "new.csv is no ONNX model")]
    [InlineData(65, "score gate-model/model.onnx short.csv", "reads the column 'town', which the data do not have")]
    [InlineData(65, "score gate-model/model.onnx new.csv --keep twon", "did you mean 'town'?")]
    public void What_cannot_be_done_is_said_and_nothing_is_written(int code, string command, string said)
    {
        using Workspace work = Work();
        Assert.Equal(0, work.Gate("train").ExitCode);
        work.With("short.csv", "id,income\n1,2\n").With("predicted.yml", """
            version: 1
            name: predicted
            task: binary_classification
            data: { source: train.csv, label: paid, positive: yes }
            model: { predictions: { prediction: said } }
            conditions: [{ metric: accuracy, min: 0.5 }]

            """);
        GateOutcome outcome = work.Gate(command.Split(' '));
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        Assert.False(Directory.Exists(work["saved"]));
    }
}
