using Microsoft.ML.OnnxRuntime;

namespace Gate.Models.Onnx.Sessions;

/// <summary>The version of ONNX Runtime that scores models in ONNX files.</summary>
public static class OnnxRuntimeVersion
{
    /// <summary>For example <c>1.31.1</c>. Loads the library on first use.</summary>
    /// <exception cref="Data.NativeLibraryMissingException">There is no ONNX Runtime for this platform.</exception>
    public static string Value
    {
        get
        {
            OnnxLibrary.Require();
            return OrtEnv.Instance().GetVersionString();
        }
    }
}
