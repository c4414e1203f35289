using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("price", "price", true)]
    [InlineData("default", "defaults", true)]
    [InlineData("cats", "cat", true)]
    [InlineData("category", "categories", true)]
    [InlineData("movies", "movie", true)]
    [InlineData("class", "classes", true)]
    [InlineData("status", "statuses", true)]
    [InlineData("matches", "match", true)]
    [InlineData("wishes", "wish", true)]
    [InlineData("boxes", "box", true)]
    [InlineData("waltzes", "waltz", true)]
    [InlineData("houses", "house", true)]
    [InlineData("class", "clas", false)]
    [InlineData("gas", "ga", false)]
    [InlineData("lies", "ly", false)]
    [InlineData("catses", "cat", false)]
    [InlineData("dates", "dat", false)]
    [InlineData("rates", "dates", false)]
    [InlineData("price", "prices2", false)]
    public void Plurals_are_the_same_word(string one, string other, bool same)
    {
        Assert.Equal(same, NameWords.Same(one, other));
        Assert.Equal(same, NameWords.Same(other, one));
    }

    [Theory]
    [InlineData("isFraud", "is fraud")]
    [InlineData("Loan_Status (2019)", "loan status 2019")]
    [InlineData("SPEED", "speed")]
    [InlineData("p1Yes", "p1 yes")]
    [InlineData("a-b.c/d:e", "a b c d e")]
    [InlineData("__x__", "x")]
    public void Names_are_made_of_words(string name, string words) => Assert.Equal(words.Split(' '), NameWords.Of(name));
}
