using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>A linear booster that was read from a file, bound to columns and classes.</summary>
internal sealed class LinearFileModel(ForeignModel model, LinearSums sums, TaskType task, IReadOnlyList<string> classes, ClassOrder order,
    BoundInput[] inputs) : FileModel(model, task, classes, order, inputs), ILinearMargin
{
    // The one output of two classes is that of the second, whichever the file calls so.
    private double Sign => Task == TaskType.BinaryClassification && Codes[0] == 1 ? -1 : 1;

    public IReadOnlyList<double> Intercepts => [.. sums.Starts.ToArray().Select(start => Sign * start)];

    public IReadOnlyList<int> TrainedClasses => Task == TaskType.BinaryClassification ? [0, 1] : Codes;

    public IReadOnlyList<LinearTerm> Terms => [.. Enumerable.Range(0, sums.Features).Where(sums.Uses).Select(feature =>
    {
        double[] weights = [.. sums.WeightsOf(feature).ToArray().Select(weight => Sign * weight)];
        // A category enters by its code.
        return new LinearTerm(feature, 0, Inputs[feature].Kind == InputKind.Number ? weights
            : [.. Enumerable.Range(0, Inputs[feature].Levels).SelectMany(level => weights.Select(weight => level * weight))]);
    })];

    IReadOnlyList<double[]> IReadsFeatures.Read(Table features) =>
        [.. Read(features).Select(column => Array.ConvertAll(column ?? [], value => (double)(float)value))];
}
