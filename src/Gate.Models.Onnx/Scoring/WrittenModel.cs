using Gate.Data;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Serialization;

namespace Gate.Models.Onnx.Scoring;

/// <summary>A model in a file that says itself what it predicts, as <see cref="Writing.OnnxExport"/> writes it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Threshold">From which probability on the positive class is said; 0.5 outside binary tasks.</param>
public sealed record WrittenModel(OnnxModel Model, double Threshold) : IDisposable
{
    private const double UsualThreshold = 0.5;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">The number of threads to score with; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The file is no model that Gate runs, or does not say what it predicts.</exception>
    /// <exception cref="NativeLibraryMissingException">There is no ONNX Runtime for this platform.</exception>
    public static WrittenModel Load(string path, int threads, CancellationToken cancel = default)
    {
        byte[] bytes = OnnxModel.Bytes(path);
        OnnxGraph graph = ForeignFiles.Named(path, () => GraphReader.Read(bytes));
        if (graph.Said.Task is not { } task || (task != TaskType.Regression && graph.Said.Classes is null))
            throw new ModelException($"{path} does not say what it predicts: it was not written by Gate. A policy can say it (model: {{ "
                + "onnx: … }), and 'gate run' judges it");
        var options = new OnnxOptions(task, graph.Said.Classes ?? [], [.. graph.Inputs.Select(input => input.Name)]) { Threads = threads };
        return new(OnnxModel.Load(path, bytes, options, cancel), graph.Said.Threshold ?? UsualThreshold);
    }

    /// <inheritdoc/>
    public void Dispose() => Model.Dispose();
}
