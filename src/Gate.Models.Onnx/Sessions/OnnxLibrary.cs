using System.Runtime.InteropServices;
using Gate.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gate.Models.Onnx.Sessions;

/// <summary>ONNX Runtime's own library: loaded when the first model asks for it, quiet, with a limit on the memory of all models.</summary>
internal static class OnnxLibrary
{
    /// <summary>So many bytes all models together may hold. What asks for more ends with an error of the model, not of the
    /// machine.</summary>
    public const uint MostBytes = 2u * 1024 * 1024 * 1024;

    private static readonly Lock gate = new();
    private static bool isReady;

    /// <summary>Makes the library ready.</summary>
    /// <exception cref="NativeLibraryMissingException">There is none for this platform.</exception>
    public static void Require()
    {
        lock (gate)
        {
            if (isReady) return;
            try
            {
                Start();
            }
            catch (Exception e) when (Missing(e))
            {
                throw new NativeLibraryMissingException($"ONNX Runtime's library is not installed for "
                    + $"{RuntimeInformation.RuntimeIdentifier}: "
                    + "ONNX models are scored on linux-x64, linux-arm64, osx-arm64, win-x64 and win-arm64. Run the policy on one of "
                    + "these, or "
                    + "gate the model's predictions (model.predictions)", e);
            }
            isReady = true;
        }
    }

    private static void Start()
    {
        if (!OrtEnv.IsCreated)
        {
            var options = new EnvironmentCreationOptions { logId = "gate", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            OrtEnv.CreateInstanceWithOptions(ref options);
        }
        // On Windows the library tells the system of each session.
        OrtEnv.Instance().DisableTelemetryEvents();
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        // No more than is asked for at a time; the other settings are the library's.
        using var limits = new OrtArenaCfg(MostBytes, arenaExtendStrategy: 1, initialChunkSizeBytes: -1, maxDeadBytesPerChunk: -1);
        OrtEnv.Instance().CreateAndRegisterAllocator(memory, limits);
    }

    private static bool Missing(Exception? e) => e is not null
        && (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException || Missing(e.InnerException));
}
