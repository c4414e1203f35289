using System.Globalization;
using Gate.Data;
using Gate.Models;
using Gate.Models.Serialization;

namespace Gate.Tests.Models;

/// <summary>A model and its scores do not depend on threads or culture, and its digest says when it is another model.</summary>
public class SameOnEveryMachine
{
    public static TheoryData<string> Learners => [.. LightGbm.TheLibrary.Learners];

    /// <summary>Enough rows and features that work is parted between threads.</summary>
    private static TrainingData Data(string learner)
    {
        var random = new Random(3);
        const int Rows = 9000;
        double[] a = Draw(), b = Draw(), c = Draw();
        string[] texts = [.. Enumerable.Range(0, Rows).Select(i => "abcde".Substring(random.Next(5), 1))];
        Column[] features = [TestData.Numbers("a", a), TestData.Numbers("b", b), TestData.Numbers("c", c), TestData.Texts("t", texts)];
        return TestData.IsOfNumbers(learner)
            ? TestData.Regression([.. a.Select((x, i) => x + 0.3 * b[i] * random.NextDouble())], features)
            : TestData.Binary([.. a.Select((x, i) => x + 0.4 * b[i] + 0.3 * random.NextDouble() > 0.8 ? 1 : 0)], features);

        double[] Draw() => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
    }

    private static (string Digest, double[] Scores, string Facts) Run(string learner, TrainingData data)
    {
        IModel model = TestData.Learner(learner).Fit(data);
        return (((IDigestedModel)model).Digest, model.Score(data.Features), string.Join("\n", model.Facts));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public async Task One_two_and_eight_threads_give_the_same(string learner)
    {
        TrainingData data = Data(learner);
        var expected = Run(learner, data);
        foreach (int threads in new[] { 1, 2, 8 })
        {
            var limited = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
            var actual = await Task.Factory.StartNew(() => Run(learner, data), CancellationToken.None, TaskCreationOptions.None, limited);
            Assert.Equal(expected.Digest, actual.Digest);
            Assert.Equal(expected.Scores, actual.Scores);
        }
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_Turkish_or_German_culture_gives_the_same(string learner)
    {
        TrainingData data = Data(learner);
        var expected = Run(learner, data);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "de-DE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var actual = Run(learner, data);
                Assert.Equal((expected.Digest, expected.Facts), (actual.Digest, actual.Facts));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_digest_tells_models_apart(string learner)
    {
        TrainingData data = Data(learner);
        string digest = Run(learner, data).Digest;
        Assert.Matches("^sha256:[0-9a-f]{64}$", digest);
        Assert.Equal(digest, Run(learner, data).Digest);
        int[] half = [.. Enumerable.Range(0, 4000)];
        TrainingData less = data with { Features = data.Features.Take(half), Labels = data.Labels?[..4000],
            Targets = data.Targets?[..4000] };
        Assert.NotEqual(digest, Run(learner, less).Digest);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Work_can_be_stopped(string learner)
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        TrainingData data = Data(learner);
        if (learner == "dummy") Assert.NotNull(TestData.Learner(learner).Fit(data, stopped.Token)); // done before anyone could stop it
        else Assert.ThrowsAny<OperationCanceledException>(() => TestData.Learner(learner).Fit(data, stopped.Token));
    }
}
