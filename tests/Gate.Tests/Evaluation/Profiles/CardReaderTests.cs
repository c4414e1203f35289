using Gate.Data;
using Gate.Evaluation.Profiles;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation.Profiles;

public sealed class CardReaderTests
{
    private const string Sound = """
        { "file": { "sha256": "sha256:1" },
          "features": [
            { "name": "x", "used": true, "profile": { "edges": [1, 2], "levels": null, "counts": [3, 4, 5], "missing": 6 } },
            { "name": "spare", "used": false, "profile": { "edges": [1], "levels": null, "counts": [9, 9], "missing": 0 } },
            { "name": "t", "used": true, "profile": { "edges": null, "levels": ["a", "b"], "counts": [1, 2], "missing": 15 } } ],
          "target": { "name": "y", "profile": { "edges": null, "levels": ["no", "yes"], "counts": [10, 8], "missing": 0 } } }
        """;

    private static TrainingProfile Read(string card, string digest = "sha256:1")
    {
        using var folder = new DataFolder();
        return CardReader.Read("models:/m/1", folder.Write("model-card.json", card), digest);
    }

    [Fact]
    public void Columns_and_the_label_are_taken_and_which_the_model_reads()
    {
        TrainingProfile profile = Read(Sound);
        Assert.Equal([("x", true), ("spare", false), ("t", true), ("y", true)],
            profile.Columns.Select(column => (column.Name, column.IsRead)));
        Assert.All(profile.Columns, column => Assert.Equal(18, column.Rows));
        Assert.Equal([1, 2], profile.Columns[0].Edges!);
        Assert.Equal(6, profile.Columns[0].Missing);
        Assert.Equal(["a", "b"], profile.Columns[2].Levels);
    }

    [Theory]
    [InlineData("\"sha256:1\"", "\"sha256:2\"", "it is that of another model file")]
    [InlineData("\"edges\": [1, 2]", "\"edges\": [2, 1]", "column 'x' contradict")]
    [InlineData("\"edges\": [1, 2]", "\"edges\": [1]", "column 'x' contradict")]
    [InlineData("[3, 4, 5]", "[3, 4, -5]", "column 'x' contradict")]
    [InlineData("[3, 4, 5]", "[3, 4, 5000000000000]", "column 'x' contradict")]
    [InlineData("[3, 4, 5]", "[3, 4, 0.5]", "it is no card of a model")]
    [InlineData("\"missing\": 15", "\"missing\": -1", "column 't' contradict")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"a\"]", "column 't' contradict")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", 7]", "it is no card of a model")]
    [InlineData("[10, 8], \"missing\": 0", "[0, 0], \"missing\": 0", "column 'y' contradict")]
    [InlineData("\"features\"", "\"other\"", "it is no card of a model")]
    [InlineData("\"profile\"", "\"old\"", "train the model again")]
    [InlineData("{ \"file\"", "[ \"file\"", "it is no card of a model")]
    public void What_is_wrong_with_it_is_said(string was, string now, string problem)
    {
        DataException error = Assert.Throws<DataException>(() => Read(Sound.Replace(was, now, StringComparison.Ordinal)));
        Assert.StartsWith("the card (model-card.json) of models:/m/1 cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }
}
