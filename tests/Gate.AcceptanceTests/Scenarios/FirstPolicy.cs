using System.Diagnostics;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary><c>gate init</c> as a new user meets it.</summary>
public sealed class FirstPolicy
{
    private const string Unclear = "kind,size,colour\na,1,7\nb,5,3\na,2,5\nb,4,1\n";

    [Fact]
    public void It_can_be_run_as_it_stands_and_says_what_it_guessed_and_what_fails()
    {
        using Workspace work = new Workspace().With("loans.csv", SmallData.Loans(1000));
        GateOutcome init = work.Gate("init", "loans.csv");
        Assert.True(init.ExitCode == 0, init.Error);
        string policy = File.ReadAllText(work["gate.yml"]);
        Assert.StartsWith("# yaml-language-server: $schema=policy-1.json\n", policy, StringComparison.Ordinal);
        foreach (string found in (string[])["label: approved  # a guess", "positive: \"yes\"  # a guess",
            "binary_classification  # a guess", "- sex  # a guess", "- id  # a guess",
            "metric: roc_auc  # passes today", "min: 0.8\n    why: \"Four-fifths rule"])
            Assert.Contains(found, policy, StringComparison.Ordinal);
        foreach (string said in (string[])["  label ", "  positive ", "  left out ", "\nThe bounds, ", "\n  passes ",
            " must be at least 0.8\n"])
            Assert.Contains(said, init.Output, StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("check").ExitCode);
        Assert.InRange(work.Gate("run").ExitCode, 0, 2);
    }

    [Fact]
    public void A_label_that_is_not_clear_ends_with_64_and_the_candidates()
    {
        using Workspace work = new Workspace().With("rows.csv", Unclear);
        GateOutcome init = work.Gate("init", "rows.csv");
        Assert.Equal(64, init.ExitCode);
        Assert.Contains("gate: which column is the label? Say it with --label; the likeliest are:\n", init.Error, StringComparison.Ordinal);
        foreach (string candidate in (string[])["--label kind", "--label size", "--label colour"])
            Assert.Contains(candidate, init.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(work["gate.yml"]));
        Assert.Equal(0, work.Gate("init", "rows.csv", "--label", "kind").ExitCode);
        Assert.Contains("\n  label: kind\n", File.ReadAllText(work["gate.yml"]), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void On_a_terminal_the_label_is_a_choice()
    {
        Skip.IfNot(File.Exists("/usr/bin/script"), "needs util-linux' script, which makes a terminal");
        using Workspace work = new Workspace().With("rows.csv", Unclear);
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"'{GateProcess.Executable}' init rows.csv", "/dev/null"])
            { WorkingDirectory = work.Root, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string name in (string[])["CI", "GITHUB_ACTIONS", "NO_COLOR"]) start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm";
        using Process terminal = Process.Start(start)!;
        terminal.StandardInput.WriteLine("kind");
        string shown = terminal.StandardOutput.ReadToEnd();
        terminal.WaitForExit();
        Assert.Contains("Which column is the label?", shown, StringComparison.Ordinal);
        Assert.True(terminal.ExitCode == 0, shown);
        Assert.Contains("\n  label: kind\n", File.ReadAllText(work["gate.yml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_scored_rows_it_reads_the_predictions_and_never_learns_from_them()
    {
        string csv = SmallData.Loans(600).Replace("income,debt", "p_approved,weight", StringComparison.Ordinal);
        using Workspace work = new Workspace().With("scored.csv", string.Concat(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((line, i) => i == 0 ? $"{line}\n" : Scored(line.Split(',')))));
        Assert.Equal(0, work.Gate("init", "scored.csv").ExitCode);
        string policy = File.ReadAllText(work["gate.yml"]);
        Assert.Contains("\n  predictions:\n    score: p_approved  # a guess", policy, StringComparison.Ordinal);
        Assert.Contains("\n  weight: weight  # a guess", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("train:", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("split:", policy, StringComparison.Ordinal);
        Assert.InRange(work.Gate("run").ExitCode, 0, 2);
    }

    private static string Scored(string[] fields) => $"{fields[0]},0.{fields[1].Replace(".", "", StringComparison.Ordinal)},1.5{fields[0]},"
        + $"{fields[3]},{fields[4]}\n";

    [Fact]
    public void Without_a_feature_the_place_of_the_predictions_is_left_open()
    {
        using Workspace work = new Workspace().With("rows.csv", "id,sex,approved\n"
            + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i % 3 == 0 ? "f" : "m")},{(i % 7 < 4 ? "yes" : "no")}\n")));
        GateOutcome init = work.Gate("init", "rows.csv");
        Assert.Equal(0, init.ExitCode);
        Assert.Contains("No first run could be made", init.Output, StringComparison.Ordinal);
        Assert.Contains("predictions: { score: FILL_IN }", File.ReadAllText(work["gate.yml"]), StringComparison.Ordinal);
        GateOutcome check = work.Gate("check");
        Assert.Equal(64, check.ExitCode);
        Assert.Contains("'FILL_IN' is not a column", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-", "standard output is for what was guessed; choose one such as gate.yml, or ./- for a file of that name")]
    [InlineData(" ", "--output names no file; choose one such as gate.yml")]
    [InlineData("policies", "--output policies is a directory; name the file in it")]
    public void What_names_no_file_is_refused_before_any_work(string output, string said)
    {
        using Workspace work = new Workspace().With("loans.csv", SmallData.Loans(100));
        Directory.CreateDirectory(work["policies"]);
        GateOutcome init = work.Gate("init", "loans.csv", "--force", "-o", output);
        Assert.Equal(64, init.ExitCode);
        Assert.Contains(said, init.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("reading", init.Error, StringComparison.Ordinal);
        Assert.Equal(["loans.csv"], Directory.GetFiles(work.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void It_takes_the_limit_of_memory_that_a_run_does()
    {
        using Workspace work = new Workspace().With("loans.csv", SmallData.Loans(100));
        GateOutcome wrong = work.Gate("init", "loans.csv", "--memory", "1MB");
        Assert.Equal(64, wrong.ExitCode);
        Assert.Contains("--memory is a size of at least 64MB", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("init", "loans.csv", "--memory", "256MB").ExitCode);
    }

    [Theory]
    [InlineData(".hidden.csv", "hidden")]
    [InlineData("...csv", "csv")]
    public void A_file_whose_name_begins_with_a_dot_gives_a_policy_that_can_be_run(string file, string name)
    {
        using Workspace work = new Workspace().With(file, SmallData.Loans(300));
        Assert.Equal(0, work.Gate("init", file).ExitCode);
        Assert.Contains($"\nname: {name}\n", File.ReadAllText(work["gate.yml"]), StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("check").ExitCode);
    }

    [Fact]
    public void Where_nothing_is_judged_that_is_the_headline()
    {
        using Workspace work = new Workspace().With("rows.csv", "a,b,price\n"
            + string.Concat(Enumerable.Range(0, 19).Select(i => $"{i * 37 % 101},{i * 7 % 29},{i * 13 % 97}\n")));
        GateOutcome init = work.Gate("init", "rows.csv", "--label", "price");
        Assert.Equal(0, init.ExitCode);
        foreach (string said in (string[])["\nThis policy judges nothing: ", "the floor is 30", "\nAdd what is missing, most often rows",
            "\nNo groups are compared: "])
            Assert.Contains(said, init.Output, StringComparison.Ordinal);
        GateOutcome run = work.Gate("run", "--quiet");
        Assert.Equal((0, "Verdict: pass. Nothing was judged: all conditions only report."), (run.ExitCode, run.Output.Trim()));
    }

    [SkippableFact]
    public void A_path_that_no_policy_can_write_is_named()
    {
        Skip.If(OperatingSystem.IsWindows(), "its file names have no line breaks");
        using Workspace work = new Workspace().With("two\nlines.csv", SmallData.Loans(100));
        GateOutcome init = work.Gate("init", "two\nlines.csv");
        Assert.Equal(65, init.ExitCode);
        Assert.Contains("'two lines.csv' has line breaks or control characters", init.Error, StringComparison.Ordinal);
        Assert.Contains("rename the file", init.Error, StringComparison.Ordinal);
    }
}
