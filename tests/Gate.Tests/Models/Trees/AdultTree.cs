using System.Text.Json;
using Gate.Models;
using Gate.Models.Trees;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Trees;

/// <summary>The tree that scikit-learn 1.2.1 grows on UCI Adult (one-hot, min_samples_leaf 10, max_depth 4) and ours are the same
/// tree.</summary>
public class AdultTree
{
    private static DecisionTreeModel Fit(params (string, object?)[] more) =>
        (DecisionTreeModel)TestData.Learner("decision_tree", [("min_samples_leaf", 10), ("max_depth", 4), .. more])
            .Fit(TestData.Adult().Train);

    [SkippableFact]
    public void Same_nodes_thresholds_and_counts_as_scikit_learn()
    {
        FlatTree tree = Fit().Tree;
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Path("golden/adult_tree_model.json")));
        JsonElement theirs = golden.RootElement.GetProperty("tree");
        string[] names = [.. golden.RootElement.GetProperty("features").EnumerateArray().Select(name => name.GetString()!)];
        Assert.Equal(Ints("children_left"), tree.Left);
        Assert.Equal(Ints("children_right"), tree.Right);
        Assert.Equal(Doubles(theirs.GetProperty("weighted_n_node_samples")), tree.Weight);
        DecisionTreeModel model = Fit();
        for (int node = 0; node < tree.NodeCount; node++)
        {
            double[] counts = Doubles(theirs.GetProperty("value")[node]);
            Assert.Equal(counts[1] / (counts[0] + counts[1]), tree.Values[2 * node + 1], 12);
            if (tree.Left[node] < 0) continue;
            string name = model.Features[tree.Feature[node]];
            if (tree.Level[node] >= 0) name += "=" + model.Schema[tree.Feature[node]].Categories[tree.Level[node]];
            else Assert.Equal(theirs.GetProperty("threshold")[node].GetDouble(), tree.Threshold[node]);
            Assert.Equal(names[theirs.GetProperty("feature")[node].GetInt32()], name);
        }

        int[] Ints(string key) => [.. theirs.GetProperty(key).EnumerateArray().Select(value => value.GetInt32())];
        static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];
    }

    [SkippableFact]
    public void Same_accuracy_on_the_test_part()
    {
        (_, TrainingData test) = TestData.Adult();
        Assert.Equal(0.8447884036607088, TestData.Accuracy(Fit().Score(test.Features), test.Labels!), 12);
    }
}
