using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Models.LightGbm.Training;
using Gate.Models.MicrosoftMl.Training;

namespace Gate.Evaluation.Candidates;

/// <summary>All learners that a policy can name: those of the catalogue, and those that come with an assembly and a library of their
/// own.</summary>
internal static class Learners
{
    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<LearnerInfo> All { get; } = [.. LearnerCatalogue.All, LightGbmLearner.Info,
        FastTreeLearner.Info, FastForestLearner.Info, GamLearner.Info];

    /// <summary>Finds a learner by name.</summary>
    public static LearnerInfo? Find(string name) => All.FirstOrDefault(learner => learner.Name == name);
}
