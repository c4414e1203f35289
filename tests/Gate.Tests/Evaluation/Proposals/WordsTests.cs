using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class WordsTests
{
    private static string[] Of(string name) => NameWords.Of(name);

    [Theory]
    [InlineData("target", true)]
    [InlineData("my_label_2", true)]
    [InlineData("y", true)]
    [InlineData("y_true", true)]
    [InlineData("class", true)]
    [InlineData("passenger_class", false)]
    [InlineData("targeted", false)]
    public void Labels_are_called_so(string name, bool isLabel) => Assert.Equal(isLabel, Words.IsLabel(Of(name)));

    /// <summary>A stem of five letters is found at the beginning of a word, a shorter word only whole.</summary>
    [Theory]
    [InlineData("defaulted", true, true)]
    [InlineData("rejects", true, true)]
    [InlineData("fraudulent", true, true)]
    [InlineData("dead", true, true)]
    [InlineData("deny", true, true)]
    [InlineData("deadline", false, false)]
    [InlineData("denying", false, false)]
    [InlineData("a_default", true, true)]
    [InlineData("indefault", false, false)]
    [InlineData("approved", false, true)]
    [InlineData("hired", false, true)]
    [InlineData("colour", false, false)]
    public void Events_are_harms_or_favours(string name, bool isHarm, bool isEvent)
    {
        Assert.Equal(isHarm, Words.IsHarm(Of(name)));
        Assert.Equal(isEvent, Words.IsEvent(Of(name)));
    }

    [Theory]
    [InlineData("sex", true)]
    [InlineData("is_foreign", true)]
    [InlineData("years_married", false)]
    [InlineData("age_years", true)]
    [InlineData("marital_status", true)]
    [InlineData("sexes", false)]
    public void Protected_attributes_are_whole_words_and_years_of_something_are_a_duration(string name, bool isProtected) =>
        Assert.Equal(isProtected, Words.IsProtected(Of(name)));

    [Theory]
    [InlineData("Male,Female", true)]
    [InlineData(" black ,WHITE,other", true)]
    [InlineData("male,other", false)]
    [InlineData("red,blue", false)]
    public void Two_words_for_people_tell_people_apart(string values, bool tells) =>
        Assert.Equal(tells, Words.TellPeopleApart(values.Split(',')));

    [Theory]
    [InlineData("yes", true, false, false)]
    [InlineData("Paid", true, false, true)]
    [InlineData(" GOOD ", true, false, true)]
    [InlineData("0", false, true, false)]
    [InlineData("charged off", false, true, true)]
    [InlineData("present", false, false, true)]
    [InlineData("blue", false, false, false)]
    public void Values_are_good_or_bad_and_most_tell_what_came_of_it(string value, bool good, bool bad, bool telling) =>
        Assert.Equal((good, bad, telling), (Words.IsGood(value), Words.IsBad(value), Words.IsTelling(value)));

    [Theory]
    [InlineData("loan_status", true, false, false)]
    [InlineData("prior_arrests", false, true, false)]
    [InlineData("score", false, true, false)]
    [InlineData("home_zip", false, false, true)]
    [InlineData("long", false, false, true)]
    [InlineData("colour", false, false, false)]
    public void Outcomes_counts_and_places_have_names_of_their_own(string name, bool outcome, bool counted, bool place) =>
        Assert.Equal((outcome, counted, place), (Words.IsOutcome(Of(name)), Words.IsCounted(Of(name)), Words.IsPlace(Of(name))));
}
