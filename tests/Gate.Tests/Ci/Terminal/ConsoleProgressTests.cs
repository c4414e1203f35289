using Gate.Ci.Terminal;
using Gate.Evaluation.Inputs;

namespace Gate.Tests.Ci.Terminal;

public class ConsoleProgressTests
{
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
        TextWriter error = TextWriter.Synchronized(new StringWriter());
        await ConsoleProgress.ShowAsync(error, live: true, async progress =>
        {
            Work(progress);
            // The line is drawn at its own pace; the run is held until it has been.
            for (int tries = 0; tries < 600 && !error.ToString()!.Contains("measuring, 1,200 of 7,000 rows", StringComparison.Ordinal); tries++)
                await Task.Delay(50);
            return 0;
        });
        Assert.Contains("measuring, 1,200 of 7,000 rows", error.ToString(), StringComparison.Ordinal);
    }

    private static int Work(IRunProgress progress)
    {
        progress.Begin("reading a.csv");
        progress.Begin("measuring");
        progress.Count(1200, 7000, "rows");
        return 7;
    }
}
