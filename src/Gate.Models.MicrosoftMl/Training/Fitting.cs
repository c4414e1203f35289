using System.Runtime.InteropServices;
using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models.Ensembles;
using Gate.Models.Features;
using Gate.Models.MicrosoftMl.Columns;
using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.Training;
using Microsoft.ML;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>From data to a model that Gate scores: the way of all learners of Microsoft.ML. What differs is how one problem of two classes
/// or of numbers is trained; several classes are each trained against the rest.</summary>
/// <param name="info">The learner.</param>
/// <param name="isAdditive">Whether the trainer learns a function of each column, and not trees.</param>
/// <param name="isShare">Whether the sums of classes are shares already, and no log-odds.</param>
/// <param name="grow">Trains one problem.</param>
internal sealed class Fitting(LearnerInfo info, bool isAdditive, bool isShare, Func<Problem, Grown> grow)
{
    /// <summary>Tables with fewer values are trained on one thread: others would wait longer than they work.</summary>
    private const long SmallTable = 1 << 18;

    /// <summary>Trains the model.</summary>
    /// <exception cref="ModelException">The data cannot be learned from.</exception>
    /// <exception cref="ParameterException">Microsoft.ML refuses a parameter.</exception>
    /// <exception cref="NativeLibraryMissingException">Microsoft.ML's library does not load on this platform.</exception>
    public IModel Fit(TrainingData data, CancellationToken cancel)
    {
        TrainingData kept = TrainingChecks.Check(data, info.Name, info.Tasks);
        TrainingRows rows = TrainingRows.Of(kept);
        int[] codes = kept.Labels is null ? [] : TrainingChecks.PresentClasses(kept);
        // Of two classes the second is trained; each of several is, against the rest.
        int[] positives = kept.Task == TaskType.MulticlassClassification ? codes : [1];
        Grown[] outputs = [.. positives.Select(positive =>
        {
            double[] labels = kept.Targets ?? Array.ConvertAll(kept.Labels!, label => label == positive ? 1.0 : 0);
            Grown grown = Grow(kept, rows, labels, cancel);
            // Where no split is worth making Microsoft.ML says 0; what is known of every row is the mean.
            return grown.Trees.Count > 0 ? grown : new(Mean(labels, kept.Weights, codes.Length > 0), []);
        })];
        return Model(kept, rows, outputs, codes, cancel);
    }

    /// <summary>The mean of the label as a sum: of a class its share, or the log-odds of that.</summary>
    private double Mean(double[] labels, double[]? weights, bool isOfClasses)
    {
        double sum = 0, total = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double weight = weights?[row] ?? 1;
            sum += weight;
            total += weight * labels[row];
        }
        double mean = total / sum;
        return isOfClasses && !isShare ? Portable.Log(mean / (1 - mean)) : mean;
    }

    private Grown Grow(TrainingData data, TrainingRows rows, double[] labels, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        SlotLayout layout = isAdditive ? SlotLayout.OfFunctions(rows.Inputs, LevelRanks.Of(rows.Inputs, rows.Columns, labels))
            : SlotLayout.OfTrees(rows.Inputs);
        TrainingView view = TrainingView.Of(new FeatureRows(layout, rows.Columns), labels, data.Labels is not null, rows.Weights);
        // Several threads add up the means of functions in whatever order they come.
        int threads = isAdditive || (long)data.RowCount * layout.Slots.Length < SmallTable ? 1 : data.Threads;
        var context = new MLContext(seed: 0);
        try
        {
            var problem = new Problem(context, view, data.Labels is not null, layout,
                rows.Weights is null ? null : TrainingNames.Weight, cancel);
            return OneAtATime.Run(threads, () => grow(problem), cancel);
        }
        catch (Exception error) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Message, error, cancel);
        }
        catch (Exception error) when (error.GetBaseException() is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeLibraryMissingException($"Microsoft.ML's library (FastTreeNative) does not load on "
                + $"{RuntimeInformation.RuntimeIdentifier}: {info.Name} is trained on Linux (glibc), macOS and Windows, x64 and ARM. Train "
                + "decision_tree, logistic_regression or linear_regression, which run everywhere", error);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // Data have been checked before: what is left to refuse are parameters.
            throw new ParameterException(null, $"Microsoft.ML: {error.Message}", error);
        }
    }

    private IModel Model(TrainingData data, TrainingRows rows, Grown[] outputs, int[] codes, CancellationToken cancel)
    {
        (int Output, TreeNodes Nodes)[] grown = [.. outputs.SelectMany((output, i) => output.Trees.Select(tree => (i, tree)))];
        // A sum without a tree is the same for all rows.
        if (grown.Length == 0) grown = [(0, new TreeNodes(1))];
        var trees = new FlatTree[grown.Length];
        Parallel.For(0, trees.Length, new() { MaxDegreeOfParallelism = data.Threads == 0 ? -1 : data.Threads, CancellationToken = cancel },
            i => trees[i] = Covers.Count(TreeAssembly.Assemble(grown[i].Nodes, rows.Inputs.Length), rows.Columns, data.Weights,
                data.RowCount, rows.Inputs));
        var sum = new TreeSum([.. grown.Select(tree => tree.Output)], [.. outputs.Select(output => output.Start)], 1, InputRule.Single);
        var ensemble = new TreeEnsemble(trees, rows.Inputs.Length, sum);
        var model = new ForeignModel(info.Name, ensemble, new(Link(data.Task)),
            [.. rows.Inputs.Select(input => new ForeignFeature(input.Name, null, input.Min, input.Max))], Objective(data.Task),
            Facts(ensemble, rows.Inputs));
        BoundInput[] inputs = [.. rows.Inputs.Select((input, i) => new BoundInput(model.Features[i], input.Name,
            input.Kind == InputKind.Category ? input.Categories : null, ensemble.IsCategory(i)) { Trained = input })];
        var order = new ClassOrder(data.Task, data.Classes.Count, codes);
        return isShare && data.Task == TaskType.BinaryClassification
            ? new ShareModel(model, ensemble, data.Task, data.Classes, order, inputs)
            : new EnsembleModel(model, ensemble, data.Task, data.Classes, order, inputs);
    }

    private LinkKind Link(TaskType task) => task switch
    {
        TaskType.BinaryClassification => isShare ? LinkKind.Identity : LinkKind.Logistic,
        TaskType.MulticlassClassification => isShare ? LinkKind.Shares : LinkKind.LogisticShares,
        _ => LinkKind.Identity,
    };

    private static string Objective(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "two classes",
        TaskType.MulticlassClassification => "each class against the rest",
        _ => "squared error",
    };

    private static List<KeyValuePair<string, string>> Facts(TreeEnsemble ensemble, ModelInput[] inputs)
    {
        var facts = new List<KeyValuePair<string, string>>(
            EnsembleFacts.Of(ensemble.Trees, ensemble.Trees.Count / ensemble.Outputs, ensemble.Sum));
        if (FeatureSchema.DroppedText(inputs) is { } dropped) facts.Add(new("dropped features", dropped));
        return facts;
    }
}
