using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Gate.Evaluation.Results;
using Gate.Reporting.Junit;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class JunitReportTests
{
    [Fact]
    public void A_failing_report_is_as_approved() => Expectation.Matches("mortgage.xml", JunitReport.Render(SampleResults.Mortgage()));

    [Fact]
    public void Counts_are_those_of_the_elements()
    {
        XElement suite = XDocument.Parse(JunitReport.Render(SampleResults.Mortgage())).Root!.Element("testsuite")!;
        Assert.Equal((9, 2, 1, 1), ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("errors")!,
            (int)suite.Attribute("skipped")!));
        Assert.Equal(9, suite.Elements("testcase").Count());
        Assert.Equal(2, suite.Descendants("failure").Count());
        Assert.Equal("odds", Assert.Single(suite.Descendants("error")).Parent!.Attribute("name")!.Value);
        Assert.Equal(Verdict.Inform, SampleResults.Mortgage().Findings.Single(finding =>
            finding.Id == suite.Descendants("skipped").Single().Parent!.Attribute("name")!.Value).Verdict);
    }

    [Theory]
    [InlineData("fail", "violated", "failure")]
    [InlineData("fail", "undefined", "error")]
    [InlineData("fail", "inconclusive", "error")]
    [InlineData("inconclusive", "inconclusive", "error")]
    [InlineData("warn", "violated", "system-out")]
    public void Each_verdict_has_its_element(string verdict, string outcome, string element)
    {
        GateResult minimal = SampleResults.Minimal();
        GateResult result = minimal with { Findings = [minimal.Findings[0] with
            { Verdict = Enum.Parse<Verdict>(verdict, ignoreCase: true), Outcome = Enum.Parse<Outcome>(outcome, ignoreCase: true) }] };
        XElement test = XDocument.Parse(JunitReport.Render(result)).Descendants("testcase").Single();
        Assert.Equal(element, Assert.Single(test.Elements()).Name.LocalName);
    }

    [Fact]
    public void What_is_only_reported_is_skipped()
    {
        GateResult minimal = SampleResults.Minimal();
        GateResult result = minimal with { Findings = [minimal.Findings[0] with { Verdict = Verdict.Inform, Outcome = Outcome.Reported }] };
        XElement suite = XDocument.Parse(JunitReport.Render(result)).Root!.Element("testsuite")!;
        Assert.Equal("1", suite.Attribute("skipped")!.Value);
        Assert.Equal(["skipped", "system-out"], suite.Element("testcase")!.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("only reported", suite.Descendants("skipped").Single().Attribute("message")!.Value);
    }

    [Fact]
    public void A_passed_finding_is_an_empty_test_case() =>
        Assert.Empty(XDocument.Parse(JunitReport.Render(SampleResults.Minimal())).Descendants("testcase").Single().Elements());

    [Fact]
    public void Characters_that_XML_cannot_hold_are_replaced_and_the_rest_survives()
    {
        GateResult minimal = SampleResults.Minimal(Verdict.Fail);
        GateResult result =
            minimal with
            { Findings = [minimal.Findings[0] with { Id = "a\u0000\u0008\uFFFE\uD800]]>", Outcome = Outcome.Violated,
            Sentence = SampleResults.Hostile }] };
        XElement test = XDocument.Parse(JunitReport.Render(result)).Descendants("testcase").Single();
        Assert.Equal("a\uFFFD\uFFFD\uFFFD\uFFFD]]>", test.Attribute("name")!.Value);
        Assert.Equal(SampleResults.Hostile, test.Element("failure")!.Attribute("message")!.Value);
    }

    [Fact]
    public void Every_sample_has_the_shape_that_CI_systems_read()
    {
        using Stream xsd = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reporting", "Expectations", "junit.xsd"));
        var schemas = new XmlSchemaSet();
        schemas.Add(null, XmlReader.Create(xsd));
        foreach (GateResult result in (GateResult[])[SampleResults.Mortgage(), SampleResults.Diabetes(), SampleResults.Wine(),
            SampleResults.SixtyGroups(), SampleResults.Attacked(), SampleResults.Minimal()])
            XDocument.Parse(JunitReport.Render(result)).Validate(schemas, (_, problem) => Assert.Fail(problem.Message));
    }
}
