using System.Diagnostics;
using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Models;
using Spectre.Console;

namespace Gate.Ci.Terminal;

/// <summary>Shows on standard error what a run is doing: a live line on a terminal, one line a stage with its time elsewhere.</summary>
public static class ConsoleProgress
{
    /// <summary>Runs an action with a display of its progress.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="live">Whether it is a terminal that wants a live line.</param>
    /// <param name="action">The action.</param>
    /// <typeparam name="T">What it gives.</typeparam>
    public static Task<T> ShowAsync<T>(TextWriter error, bool live, Func<IRunProgress, Task<T>> action) =>
        live ? LiveAsync(error, action) : PlainAsync(error, action);

    private static async Task<T> PlainAsync<T>(TextWriter error, Func<IRunProgress, Task<T>> action)
    {
        var lines = new StageLines(error);
        T result = await action(lines).ConfigureAwait(false);
        lines.End();
        return result;
    }

    /// <summary>Runs an action and shows nothing.</summary>
    /// <param name="action">The action.</param>
    /// <typeparam name="T">What it gives.</typeparam>
    public static Task<T> QuietAsync<T>(Func<IRunProgress, Task<T>> action) => action(new NoLines());

    private sealed class NoLines : IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(ReadProgress progress)
        {
        }
    }

    private static Task<T> LiveAsync<T>(TextWriter error, Func<IRunProgress, Task<T>> action)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error), Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes });
        return console.Status().StartAsync("starting", status => action(new LiveLine(status)));
    }

    private sealed class LiveLine(StatusContext status) : IRunProgress
    {
        private string stage = "";

        public void Begin(string stage) => status.Status(Markup.Escape(this.stage = stage));

        public void Read(ReadProgress progress) => status.Status(Markup.Escape(stage + Text(progress)));

        public void Train(TrainingProgress progress) => status.Status(Markup.Escape(stage + Text(progress)));

        public void Count(int done, int all, string what) => status.Status(Markup.Escape(string.Create(CultureInfo.InvariantCulture,
            $"{stage}, {done:N0} of {all:N0} {what}")));
    }

    private sealed class StageLines(TextWriter writer) : IRunProgress
    {
        private readonly Stopwatch clock = new();
        private string? stage;

        public void Begin(string stage)
        {
            End();
            this.stage = stage;
            clock.Restart();
        }

        public void End()
        {
            if (stage is not null)
                writer.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(stage)}: {clock.Elapsed.TotalSeconds:0.00} s"));
            stage = null;
        }

        public void Read(ReadProgress progress)
        {
            // A log keeps every line for ever; the time of the stage says enough there.
        }
    }

    private static string Text(TrainingProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $", round {progress.Round} of {progress.Rounds}{(progress.Metric is { } metric ? $", {metric} {progress.Value:0.0000}" : "")}");

    private static string Text(ReadProgress progress) => progress.Fraction is { } fraction
        ? string.Create(CultureInfo.InvariantCulture, $", {fraction * 100:0}%")
        : string.Create(CultureInfo.InvariantCulture, $", {progress.Rows:N0} rows");
}
