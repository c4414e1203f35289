using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Remote;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model that a program scores, from the policy over a real process to the result.</summary>
public sealed class CommandFormTests
{
    private const string Csv = "x,g,y\n0.9,m,1\n0.8,w,1\n0.2,m,0\n0.1,w,0\n";

    /// <summary>A script that answers with the first column.</summary>
    private const string First = "BEGIN { FS = \",\" } NR == 1 { print \"p\"; next } { print $1 }";

    private static TestRun Run(string keys, string task = "binary_classification", string csv = Csv, string model = "",
        string data = "sensitive: [g]", string explain = "false") => new($$"""
            version: 1
            task: {{task}}
            data: { source: d.csv, label: y, {{data}} }
            model: { command: { {{keys}} }{{model}} }
            explain: {{explain}}
            conditions: [{ metric: {{(task == "regression" ? "mean_absolute_error, max: 100" : "accuracy, min: 0")}}, level: inform,
              evidence: { min_count: 1 } }]
            """, ("d.csv", csv), ("first.awk", First));

    private static GateResult Execute(TestRun run, CancellationToken cancel = default) =>
        run.Execute(run.Inputs with { Remote = new() { AllowsCommands = true } }, cancel);

    private static double Value(GateResult result) => Assert.Single(result.Findings).Estimate!.Value;

    private static string Shell(string script) => $"run: [sh, -c, {System.Text.Json.JsonSerializer.Serialize(script)}], score: p";

    private static string Problem(string script, string more = "")
    {
        using TestRun run = Run(Shell(script) + more);
        return Assert.Throws<ModelException>(() => Execute(run)).Message;
    }

    [Theory]
    [InlineData("run: [awk, -f, first.awk], score: p")]
    [InlineData("run: [awk, -f, first.awk, \"{rows}\"], score: p")]
    [InlineData("run: [sh, -c, \"awk -f first.awk > \\\"$1\\\"\", sh, \"{answers}\"], score: p")]
    [InlineData("run: [sh, -c, \"awk -f first.awk < \\\"$0\\\" > \\\"$1\\\"\", \"{rows}\", \"{answers}\"], score: p")]
    public void Rows_come_by_standard_input_or_a_file_and_answers_likewise(string keys)
    {
        using TestRun run = Run(keys, model: ", threshold: 0.85");
        GateResult result = Execute(run);
        Assert.Equal((0.75, "command", 0.85), (Value(result), result.Model.Kind, result.Model.Threshold));
        Assert.Equal(["x"], result.Model.Features);
    }

    [Fact]
    public void The_label_and_the_sensitive_columns_are_not_sent_and_values_are_csv()
    {
        using TestRun run = Run("run: [sh, -c, \"tee sent.csv | awk -f first.awk\"], prediction: p", "regression",
            "a,b,when,word,g,y\n1,2.5,2024-01-02,\"it's, so\",m,9\n2,,2024-02-03,,w,8\n");
        Execute(run);
        // What was sent last is the second question, the other way round.
        Assert.Equal("a,b,when,word\n2,,2024-02-03,\n1,2.5,2024-01-02,\"it's, so\"\n", File.ReadAllText(Path.Combine(run.Folder.Path,
            "sent.csv")));
    }

    [Theory]
    [InlineData("print \"p\"; next } { print ($1 > 0.5)", "prediction: p", 1)]
    [InlineData("print \"id,p\"; next } { print NR \",\" $1", "score: p", 1)]
    public void Classes_or_scores_by_their_column(string script, string column, double accuracy)
    {
        using TestRun run = Run($"run: [awk, -F, ',', 'NR == 1 {{ {script} }}'], {column}");
        GateResult result = Execute(run);
        Assert.Equal(accuracy, Value(result));
        Assert.Equal(column.StartsWith("prediction", StringComparison.Ordinal) ? null : 0.5, result.Model.Threshold);
    }

    [Fact]
    public void Several_classes_have_a_column_each()
    {
        using TestRun run = Run("run: [awk, -F, ',', 'NR == 1 { print \"pc,pa,pb\"; next } { print ($1 == 2) * 0.9 \",\" ($1 == 0) * 0.9 "
            + "\",\" ($1 == 1) * 0.9 }'], score: { a: pa, b: pb, c: pc }", "multiclass_classification", "x,g,y\n0,m,a\n1,w,b\n2,m,c\n");
        Assert.Equal(1, Value(Execute(run)));
    }

    [Fact]
    public void No_policy_can_run_a_program_that_the_command_line_does_not_allow()
    {
        using TestRun run = Run(Shell("touch here; awk -f first.awk"));
        foreach (RemoteAccess access in (RemoteAccess[])[RemoteAccess.None, new() { Hosts = ["localhost"], Clock = TimeProvider.System }])
        {
            PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute(run.Inputs with { Remote = access }))
                .Problems);
            Assert.StartsWith("model.command.run: programs that a policy names are not run unless the command line allows it",
                problem.Message, StringComparison.Ordinal);
            Assert.Equal(4, problem.At.Line);
        }
        Assert.False(File.Exists(Path.Combine(run.Folder.Path, "here")));
    }

    [Theory]
    [InlineData("echo one >&2; echo two >&2; exit 3", "ended with exit code 3: one | two")]
    [InlineData("exit 1", "ended with exit code 1")]
    [InlineData("cat > /dev/null", "has written nothing")]
    [InlineData("echo p; echo 0.5", "has written what is no answer: there are 1 answers for 4 rows")]
    [InlineData("echo q; for i in 1 2 3 4; do echo $i; done", "has written what is no answer: no column is called 'p'")]
    [InlineData("echo p; for i in 1 2 3 4; do echo word; done", "has written what is no answer: column 'p' holds text ('word' in row 1)")]
    [InlineData("echo p; for i in 1 2 3; do echo 0.5; done; echo nan", "has written what is no answer: column 'p'")]
    [InlineData("echo p; for i in 1 0 1 0; do echo $i; done", "the scores of the command are all 0 or 1")]
    [InlineData("yes", "writes more than 1028 KB, too much for its rows")]
    public void A_program_that_fails_or_answers_otherwise_is_told(string script, string message) =>
        Assert.Contains(message, Problem(script), StringComparison.Ordinal);

    [Fact]
    public void A_program_that_says_something_else_the_next_time_cannot_be_judged() =>
        Assert.Contains("the command gave row 1 the score 0.9 and, asked again among other rows, 0.1",
            Problem("echo p; echo 0.9; echo 0.8; echo 0.2; echo 0.1"), StringComparison.Ordinal);

    [Fact]
    public void A_program_that_is_not_there_is_unavailable()
    {
        using TestRun run = Run("run: [no-such-program], score: p"), path = Run("run: [./first.sh], score: p");
        Assert.Equal("there is no program 'no-such-program' in PATH; install it, or name its path",
            Assert.Throws<RemoteUnavailableException>(() => Execute(run)).Message);
        Assert.StartsWith("there is no program ./first.sh in ", Assert.Throws<RemoteUnavailableException>(() => Execute(path)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo $$ > pids; sleep 1000 & echo $! >> pids; (sleep 1000 & echo $! >> pids); sleep 1000")]
    [InlineData("echo $$ > pids; trap '' TERM INT HUP; while true; do sleep 1; done")]
    public void Its_time_ends_it_with_all_that_it_has_started(string script)
    {
        using TestRun run = Run(Shell(script) + ", timeout: 1");
        Assert.Contains("has not ended within 1 s and was ended", Assert.Throws<ModelException>(() => Execute(run)).Message,
            StringComparison.Ordinal);
        AllGone(run);
    }

    [Fact]
    public async Task Cancelling_ends_it_with_all_that_it_has_started()
    {
        using var cancel = new CancellationTokenSource();
        using TestRun run = Run(Shell("echo $$ > part; (sleep 1000 & echo $! >> part); mv part pids; sleep 1000"));
        Task stopping = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => File.Exists(Path.Combine(run.Folder.Path, "pids")));
            cancel.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Execute(run, cancel.Token));
        await stopping;
        AllGone(run);
    }

    [Fact]
    public void What_it_leaves_behind_ends_with_it()
    {
        using TestRun run = Run(Shell("(sleep 1000 & echo $! >> pids); awk -f first.awk"));
        Assert.Equal(1, Value(Execute(run)));
        AllGone(run);
    }

    [Fact]
    public void It_sees_no_token_and_runs_in_the_folder_of_the_policy()
    {
        Environment.SetEnvironmentVariable("GATE_TOKEN_TEST", "sesame");
        try
        {
            using TestRun run = Run(Shell("env > seen; pwd > where; awk -f first.awk"));
            Execute(run);
            string seen = File.ReadAllText(Path.Combine(run.Folder.Path, "seen"));
            Assert.DoesNotContain("sesame", seen, StringComparison.Ordinal);
            Assert.Contains("PATH=", seen, StringComparison.Ordinal);
            Assert.Contains("LC_ALL=C.UTF-8", seen, StringComparison.Ordinal);
            Assert.Equal(RealPaths.Of(run.Folder.Path), File.ReadAllText(Path.Combine(run.Folder.Path, "where")).Trim());
        }
        finally
        {
            Environment.SetEnvironmentVariable("GATE_TOKEN_TEST", null);
        }
    }

    [Fact]
    public void No_shell_reads_its_arguments()
    {
        using TestRun run = Run("run: [sh, -c, 'printf \"%s\" \"$1\" > seen; awk -f first.awk', sh, '$(touch here); a \"b\" *'], score: p");
        Execute(run);
        Assert.Equal("$(touch here); a \"b\" *", File.ReadAllText(Path.Combine(run.Folder.Path, "seen")));
        Assert.False(File.Exists(Path.Combine(run.Folder.Path, "here")));
    }

    [Fact]
    public void Files_that_it_reads_are_bound_to_the_verdict()
    {
        using TestRun run = Run("run: [awk, -f, first.awk], score: p, reads: [d.csv]");
        GateResult result = Execute(run);
        Assert.Equal([("first.awk", Digest.OfFile(Path.Combine(run.Folder.Path, "first.awk"))), ("d.csv",
            Digest.OfFile(Path.Combine(run.Folder.Path, "d.csv")))], result.Provenance.Digests.Where(one => one.Role == "model")
            .Select(one => (one.Name, one.Sha256)));
        Assert.Contains(result.Model.Facts, fact => fact is { Name: "digest" });
        using TestRun absent = Run("run: [awk, -f, first.awk], score: p, reads: [model.pkl]");
        Assert.Contains("the model file model.pkl does not exist", Assert.Throws<DataException>(() => Execute(absent)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_explained_as_any_model()
    {
        string csv = "x,z,g,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant(
            $"{i % 10 / 10.0},{i % 7},{(i % 2 == 0 ? "m" : "w")},{(i % 10 < 5 ? 0 : 1)}\n")));
        using TestRun run = Run("run: [awk, -f, first.awk], score: p", csv: csv, explain: "{ method: shap }");
        AttributionFacts facts = Execute(run).Attribution!;
        Assert.Equal(0, facts.Features.Single(one => one.Feature == "z").MeanAbsolute, 1e-9);
        Assert.True(facts.Features.Single(one => one.Feature == "x").MeanAbsolute > 0.1);
    }

    [Theory]
    [InlineData("run: [], score: p", "model.command.run: ")]
    [InlineData("run: [a]", "model.command: expected exactly one of prediction, score")]
    [InlineData("run: [a], score: p, prediction: q", "'score'")]
    [InlineData("run: [a], score: { \"0\": p, \"1\": q }", "for binary_classification the score is one column")]
    [InlineData("run: [a], score: p, columns: [z]", "model.command.columns[0]: 'z' is not a column of the data")]
    [InlineData("run: [a], score: p, timeout: 0", "model.command.timeout: expected")]
    public void What_is_wrong_with_a_policy_is_told_before_anything_is_run(string keys, string message)
    {
        using TestRun run = Run(keys);
        string[] problems = [.. Assert.Throws<PolicyException>(() => run.Execute()).Problems.Select(problem => problem.Message)];
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }

    // A process that was killed may take a moment to be gone; one that was not is there for many minutes.
    private static void AllGone(TestRun run)
    {
        int[] pids = [.. File.ReadAllLines(Path.Combine(run.Folder.Path, "pids")).Select(int.Parse)];
        Assert.NotEmpty(pids);
        Assert.True(SpinWait.SpinUntil(() => pids.All(pid => !IsAlive(pid)), TimeSpan.FromSeconds(30)), string.Join(", ", pids));
    }

    private static bool IsAlive(int pid)
    {
        string stat = $"/proc/{pid}/stat";
        try
        {
            // A zombie is dead, whoever has not yet asked for its end.
            return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
