using Gate.Models.Dummy;
using Gate.Models.Linear;
using Gate.Models.Trees;

namespace Gate.Models.Catalogue;

/// <summary>All learners, by name. Adding one is one folder and one line here.</summary>
public static class LearnerCatalogue
{
    /// <summary>All learners, in the order of the documentation.</summary>
    public static IReadOnlyList<LearnerInfo> All { get; } =
    [
        LogisticRegressionLearner.Info,
        LinearRegressionLearner.Info,
        ElasticNetLearner.Info,
        PoissonRegressionLearner.Info,
        DecisionTreeLearner.Info,
        DummyLearner.Info,
    ];

    /// <summary>Finds a learner by name.</summary>
    /// <param name="name">The algorithm's name in a policy.</param>
    public static LearnerInfo? Find(string name) => All.FirstOrDefault(learner => learner.Name == name);
}
