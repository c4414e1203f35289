using Gate.Ci.Terminal;
using Gate.Evaluation.Inputs;

namespace Gate.Tests.Ci.Terminal;

public class ConsoleProgressTests
{
    private const string Counted = "measuring, 1,200 of 7,000 rows";

    [Fact]
    public async Task A_log_has_a_line_for_each_stage_with_its_time_and_no_counts()
    {
        var error = new StringWriter();
        int result = await ConsoleProgress.ShowAsync(error, live: false, progress => Task.FromResult(Work(progress)));
        Assert.Equal(7, result);
        Assert.Matches("^reading a\\.csv: [0-9]+\\.[0-9]{2} s\\r?\\nmeasuring: [0-9]+\\.[0-9]{2} s\\r?\\n$", error.ToString());
    }

    [Fact]
    public async Task A_terminal_sees_how_far_a_stage_has_come()
    {
        var text = new StringWriter();
        TextWriter error = TextWriter.Synchronized(text);
        string Shown()
        {
            // The display draws on a thread of its own.
            lock (error) return text.ToString();
        }

        await ConsoleProgress.ShowAsync(error, live: true, async progress =>
        {
            Work(progress);
            for (int tries = 0; tries < 600 && !Shown().Contains(Counted, StringComparison.Ordinal); tries++) await Task.Delay(50);
            return 0;
        });
        Assert.Contains(Counted, Shown(), StringComparison.Ordinal);
    }

    private static int Work(IRunProgress progress)
    {
        progress.Begin("reading a.csv");
        progress.Begin("measuring");
        progress.Count(1200, 7000, "rows");
        return 7;
    }
}
