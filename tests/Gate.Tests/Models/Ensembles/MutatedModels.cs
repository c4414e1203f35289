using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.LightGbm;
using Gate.Models.XGBoost;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Ensembles;

/// <summary>
/// Files of LightGBM and XGBoost with faults at random places, the same in every run: each is a model that scores, or is refused.
/// GATE_MODEL_MUTATIONS sets another number of them for each format, GATE_MODEL_TRACE names a file that holds what became of them.
/// </summary>
public sealed class MutatedModels
{
    private const int Largest = 100_000;

    [SkippableTheory]
    [InlineData("real", "*.txt")]
    [InlineData("xgboost", "*.json")]
    [InlineData("xgboost", "*.ubj")]
    public void A_damaged_file_is_a_model_or_an_error_of_the_model(string folder, string pattern)
    {
        string directory = Path.Combine(ReferenceFiles.Beside ?? "", "models", folder);
        Skip.If(ReferenceFiles.Beside is null || !Directory.Exists(directory), $"there is no shared/models/{folder} beside the checkout");
        byte[][] files = [.. Directory.GetFiles(directory, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(bytes => bytes.Length <= Largest)];
        int count = Mutations.Setting("GATE_MODEL_MUTATIONS", 400), scored = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = Mutations.Of(files[i % files.Length], new Random(i));
            long start = Environment.TickCount64, allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Score(pattern == "*.txt" ? LightGbmText.Read("m", bytes) : XGBoostFile.Read("m", bytes));
                scored++;
            }
            catch (ModelException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
            Assert.True(Environment.TickCount64 - start < 10_000, $"mutation {i} took longer than 10 seconds");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 500L << 20, $"mutation {i} took more than 500 MB");
        }
        // Both ends are reached.
        Assert.InRange(scored, 1, count - 1);
        if (Environment.GetEnvironmentVariable("GATE_MODEL_TRACE") is { } trace)
            File.AppendAllText(trace,
                FormattableString.Invariant($"{pattern}: {count} mutations, {scored} scored, {count - scored} refused\n"));
    }

    private static void Score(ForeignModel model)
    {
        TaskType task = model.Classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        string[] columns = [.. model.Features.Select((_, i) => SharedModelFiles.Column(i))];
        IMarginModel bound = new ForeignBinding(task, [.. Enumerable.Range(0, model.Classes).Select(i => $"c{i}")], columns).Bind(model);
        double[] scores = bound.Score(new([.. columns.Select((name, i) => new NumericColumn(name, [i, double.NaN, 1.5]))]));
        Assert.Equal(task == TaskType.MulticlassClassification ? 3 * model.Classes : 3, scores.Length);
    }
}
