using Gate.Evaluation.Results;
using Gate.Reporting.Sections.Policies;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting.Sections;

public class JudgedLinesTests
{
    private static readonly string[] Lines =
    [
        "conditions:", "  - id: first", "    metric: accuracy", "", "    min: 0.5", "    # a remark", "",
        "  - { id: second, metric: recall }", "report:", "  title: t",
    ];

    [Fact]
    public void Lines_of_a_condition_are_those_that_are_indented_as_far()
    {
        Finding first = At(2, 5), second = At(8, 5);
        Finding?[] expected = [null, first, first, first, first, null, null, second, null, null];
        Assert.True(expected.SequenceEqual(JudgedLines.Of(Lines, [first, second])));
    }

    [Fact]
    public void A_line_that_the_text_does_not_have_marks_nothing() =>
        Assert.All(JudgedLines.Of(Lines, [At(0, 1), At(11, 1)]), Assert.Null);

    private static Finding At(int line, int column) => SampleResults.Mortgage().Findings[0] with { Line = line, Column = column };
}
