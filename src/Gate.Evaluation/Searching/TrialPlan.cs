using Gate.Data.Randomness;
using Gate.Models;

namespace Gate.Evaluation.Searching;

/// <summary>Draws the trials of a search: first each learner as it comes, then parameters at random. A learner with more parameters is
/// drawn more often.</summary>
internal static class TrialPlan
{
    /// <summary>The trials. Each depends on the seed and its number alone, so that more trials begin with the same.</summary>
    /// <param name="learners">The learners, in the order in which their defaults are tried.</param>
    /// <param name="count">How many trials at most.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="earlyStopping">Whether boosting stops early.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<Trial> Of(IReadOnlyList<LearnerInfo> learners, int count, TrainingData data, bool earlyStopping, ulong seed)
    {
        var trials = new List<Trial>();
        foreach (LearnerInfo learner in learners.Take(count)) trials.Add(new(trials.Count + 1, learner, new Dictionary<string, object?>()));
        SearchSpace[] spaces = [.. learners.Select(learner => SearchSpace.Of(learner.Name, data, earlyStopping))];
        var drawn = new int[learners.Count];
        while (trials.Count < count && spaces.Any(space => space.Dimensions.Count > 0))
        {
            // The learner that is farthest behind its share.
            int next = Enumerable.Range(0, spaces.Length).Where(i => spaces[i].Dimensions.Count > 0)
                .MinBy(i => (double)(drawn[i] + 1) / spaces[i].Dimensions.Count);
            drawn[next]++;
            trials.Add(Draw(trials.Count + 1, learners[next], spaces[next], seed));
        }
        return trials;
    }

    private static Trial Draw(int number, LearnerInfo learner, SearchSpace space, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Derive(seed, (ulong)number));
        var parameters = new Dictionary<string, object?>(space.Fixed, StringComparer.Ordinal);
        foreach (Dimension dimension in space.Dimensions) parameters[dimension.Name] = dimension.Draw(random);
        return new(number, learner, parameters);
    }
}
