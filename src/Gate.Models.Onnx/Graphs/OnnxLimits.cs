namespace Gate.Models.Onnx.Graphs;

/// <summary>How large a file may be in its parts. Models of rows are far below.</summary>
internal static class OnnxLimits
{
    public const int Bytes = 512 * 1024 * 1024;
    public const int Nodes = 100_000;
    public const int Ports = 20_000;
    public const int Tensors = 100_000;
    public const int GraphDepth = 8;
    public const int ListEntries = 20_000_000;
    public const int NameLength = 4_096;
    public const int TreeDepth = 4_000;
    public const int Classes = 100_000;
    public const int ConstantEntries = 1_000;
    public const int ConstantBytes = 20 * ConstantEntries;
    public const int LiftedNodes = 5_000_000;
    public const int LiftedLevels = 1 << 30;
    public const int LiftedWords = 1 << 25;
    public const int Features = 100_000_000;
}
