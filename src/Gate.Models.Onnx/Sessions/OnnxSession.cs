using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Gate.Wording;
using Microsoft.ML.OnnxRuntime;

namespace Gate.Models.Onnx.Sessions;

/// <summary>
/// A graph in ONNX Runtime. It works on one thread: threads belong to Gate, which gives each a batch of its own, so that their number
/// cannot
/// change a sum. Nothing is rewritten before it runs: no constant is worked out while loading, and numbers are those of the file's own
/// steps.
/// </summary>
internal sealed partial class OnnxSession : IDisposable
{
    /// <summary>One batch of rows takes longer only where a model was made to.</summary>
    private static readonly TimeSpan longestBatch = TimeSpan.FromMinutes(2), longestLoad = TimeSpan.FromMinutes(5);

    // Four times what the deepest tree that is let through takes (OnnxLimits.TreeDepth).
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly InferenceSession session;

    /// <summary>Loads a model that has been checked.</summary>
    /// <exception cref="ModelException">ONNX Runtime does not take it.</exception>
    /// <exception cref="Data.NativeLibraryMissingException">There is no ONNX Runtime for this platform.</exception>
    public OnnxSession(byte[] bytes, CancellationToken cancel)
    {
        OnnxLibrary.Require();
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // The bytes are what was checked, and not another format that hides among them.
        options.AddSessionConfigEntry("session.load_model_format", "ONNX");
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longestLoad);
        using CancellationTokenRegistration stop = limit.Token.Register(() => options.SetLoadCancellationFlag(true));
        session = Guard("cannot be loaded", longestLoad, () => OnOwnStack(() => new InferenceSession(bytes, options)), limit, cancel);
    }

    public void Dispose() => session.Dispose();

    /// <summary>Runs one batch. May be called from several threads.</summary>
    /// <param name="inputs">What is fed, by name.</param>
    /// <param name="outputs">The names of the outputs that are wanted.</param>
    /// <param name="cancel">Stops the work between two steps of the graph.</param>
    /// <exception cref="ModelException">ONNX Runtime could not run it.</exception>
    public OnnxValues[] Run(IReadOnlyList<KeyValuePair<string, TensorValues>> inputs, IReadOnlyList<string> outputs,
        CancellationToken cancel)
    {
        using var options = new RunOptions();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longestBatch);
        using CancellationTokenRegistration stop = limit.Token.Register(() => options.Terminate = true);
        var fed = new List<OrtValue>(inputs.Count);
        try
        {
            foreach ((_, TensorValues tensor) in inputs) fed.Add(OrtTensors.Make(tensor));
            string[] names = [.. inputs.Select(input => input.Key)];
            return Guard("could not be run", longestBatch, () =>
            {
                using IDisposableReadOnlyCollection<OrtValue> answers = session.Run(options, names, fed, outputs);
                return answers.Select(OrtTensors.Read).ToArray();
            }, limit, cancel);
        }
        finally
        {
            foreach (OrtValue value in fed) value.Dispose();
        }
    }

    /// <summary>Trees are read by recursion over there; how deep they may be must not depend on whose thread asks.</summary>
    private static InferenceSession OnOwnStack(Func<InferenceSession> load)
    {
        (InferenceSession? loaded, ExceptionDispatchInfo? failed) = (null, null);
        var thread = new Thread(() =>
        {
            try
            {
                loaded = load();
            }
            // Thrown again by the thread that asked.
            catch (Exception e)
            {
                failed = ExceptionDispatchInfo.Capture(e);
            }
        }, StackBytes) { IsBackground = true };
        thread.Start();
        thread.Join();
        failed?.Throw();
        return loaded!;
    }

    private static T Guard<T>(string what, TimeSpan longest, Func<T> work, CancellationTokenSource limit, CancellationToken cancel)
    {
        try
        {
            return work();
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            throw new ModelException($"{what} within {longest.TotalMinutes} minutes");
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException($"{what} by ONNX Runtime: {Clean(e.Message)}", e);
        }
    }

    /// <summary>The library's words without the places in its own source, on one line.</summary>
    private static string Clean(string message)
    {
        string text = Places().Replace(message, "").Trim();
        text = text.Replace("Non-zero status code returned while running ", "in ", StringComparison.Ordinal);
        return text.Contains("is smaller than requested bytes", StringComparison.Ordinal)
            ? $"it asks for more memory than the {OnnxLibrary.MostBytes >> 30} GB that all models together may take ({Shown.OneLine(text)})"
            : Shown.OneLine(text);
    }

    [GeneratedRegex(@"\[ErrorCode:\w+\] ?|\[ONNXRuntimeError\] : \d+ : \w+ : |/\S*onnxruntime\S*:\d+ [^)]*\)( const)? ?|Status Message: |"
        + @"\[with .*?\] (?=[A-Z])|\b\w+\.cc:\d+ \w+ ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();
}
