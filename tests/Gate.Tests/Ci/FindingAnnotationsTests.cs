using Gate.Ci;

namespace Gate.Tests.Ci;

public class FindingAnnotationsTests
{
    [Fact]
    public void Failures_come_first_then_the_inconclusive_then_warnings_each_in_the_policys_order()
    {
        var annotations = FindingAnnotations.From(CiFakes.Result(
            "gate.yml",
            CiFakes.Finding("w1", "warn"),
            CiFakes.Finding("p", "pass"),
            CiFakes.Finding("i1", "inconclusive"),
            CiFakes.Finding("f1", "fail"),
            CiFakes.Finding("n", "inform"),
            CiFakes.Finding("w2", "warn"),
            CiFakes.Finding("f2", "fail")));

        Assert.Equal(["f1: fail", "f2: fail", "i1: inconclusive", "w1: warn", "w2: warn"], annotations.Select(a => a.Title));
        Assert.Equal(
            [AnnotationLevel.Error, AnnotationLevel.Error, AnnotationLevel.Error, AnnotationLevel.Warning, AnnotationLevel.Warning],
            annotations.Select(a => a.Level));
    }

    [Fact]
    public void An_annotation_stands_on_the_condition_and_says_why_it_exists()
    {
        Annotation annotation =
            Assert.Single(
            FindingAnnotations.From(CiFakes.Result("gate.yml", CiFakes.Finding("f", "fail", 12, "0.7 is below 0.8.", "four-fifths rule"))));
        Assert.Equal(("gate.yml", 12, 5), (annotation.File, annotation.Line, annotation.Column));
        Assert.Equal("0.7 is below 0.8.\nWhy: four-fifths rule", annotation.Message);
    }

    [Theory]
    [InlineData(null, "gate.yml")]
    [InlineData("rules/all.yml", "rules/all.yml")]
    [InlineData("1a2b3c4d5e6f:rules/all.yml", "rules/all.yml")]
    [InlineData("no-commit-at:rules/all.yml", "no-commit-at:rules/all.yml")]
    public void A_condition_of_another_policy_is_shown_in_its_file(string? file, string expected) => Assert.Equal(expected,
        Assert.Single(FindingAnnotations.From(CiFakes.Result("gate.yml", CiFakes.Finding("f", "fail") with { File = file }))).File);

    [Fact]
    public void Nine_are_shown_as_they_are()
    {
        Annotation[] nine = [.. Enumerable.Range(1, 9).Select(i => new Annotation(AnnotationLevel.Error, $"t{i}", "m"))];
        Assert.Equal(nine, FindingAnnotations.Limit(nine, 9));
    }

    [Theory]
    [InlineData(10, "and 1 more")]
    [InlineData(250, "and 241 more")]
    public void Beyond_nine_the_tenth_counts_the_others(int count, string title)
    {
        var shown = FindingAnnotations.Limit(
            [.. Enumerable.Range(1, count).Select(i => new Annotation(AnnotationLevel.Error, $"t{i}", "m", "gate.yml", i))], 9);
        Assert.Equal(10, shown.Count);
        Assert.Equal(title, shown[9].Title);
        Assert.Equal(("gate.yml", 10), (shown[9].File, shown[9].Line));
        Assert.Contains("t10", shown[9].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, AnnotationLevel.Warning)]
    [InlineData(10, AnnotationLevel.Error)]
    public void The_count_is_as_loud_as_the_loudest_that_it_stands_for(int errors, AnnotationLevel expected)
    {
        Annotation[] all =
            [.. Enumerable.Range(0, 15)
            .Select(i => new Annotation(i < errors ? AnnotationLevel.Error : AnnotationLevel.Warning, "t", "m"))];
        Assert.Equal(expected, FindingAnnotations.Limit(all, 9)[9].Level);
    }
}
