using System.Globalization;
using System.Text;
using System.Xml;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Junit;

/// <summary>The findings as JUnit XML, which most CI systems show as tests.</summary>
public static class JunitReport
{
    /// <summary>
    /// One suite named as the policy, one test case a finding. A failed finding is a failure; one that could not be decided or measured is
    /// an error, never skipped; what is only reported is skipped, since it judges nothing. Warnings, and passes that the policy gave or
    /// that left out a group, pass and say what they found in <c>system-out</c>.
    /// </summary>
    /// <param name="result">The result.</param>
    public static string Render(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" })) Write(xml, result);
        return text + "\n";
    }

    private static void Write(XmlWriter xml, GateResult result)
    {
        string seconds = (result.Run?.Seconds ?? 0).ToString("0.###", CultureInfo.InvariantCulture);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        Totals(xml, "Gate", result, seconds);
        xml.WriteStartElement("testsuite");
        Totals(xml, result.Policy.Name, result, seconds);
        xml.WriteAttributeString("skipped", NumberText.Exact(result.Findings.Count(finding => finding.Verdict == Verdict.Inform)));
        if (Timestamp(result.Run) is { } timestamp) xml.WriteAttributeString("timestamp", timestamp);
        foreach (Finding finding in result.Findings) Case(xml, result.Policy.Name, finding);
        if (result.PolicyChange is { } change) Proposed(xml, result.Policy.Name, change);
        xml.WriteElementString("system-out", JunitText.Clean(result.Headline));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, string name, GateResult result, string seconds)
    {
        xml.WriteAttributeString("name", JunitText.Clean(name));
        xml.WriteAttributeString("tests", NumberText.Exact(result.Findings.Count + (result.PolicyChange is null ? 0 : 1)));
        xml.WriteAttributeString("failures", NumberText.Exact(result.Findings.Count(finding => Element(finding) == "failure")
            + (result.PolicyChange?.Weigh() == Verdict.Fail ? 1 : 0)));
        xml.WriteAttributeString("errors", NumberText.Exact(result.Findings.Count(finding => Element(finding) == "error")));
        xml.WriteAttributeString("time", seconds);
    }

    private static void Case(XmlWriter xml, string policy, Finding finding)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", JunitText.Clean(policy));
        xml.WriteAttributeString("name", JunitText.Clean(finding.Id));
        xml.WriteAttributeString("time", "0");
        if (Element(finding) is { } bad)
        {
            xml.WriteStartElement(bad);
            xml.WriteAttributeString("message", JunitText.Clean(finding.Brief ?? finding.Sentence));
            xml.WriteAttributeString("type", Type(finding));
            xml.WriteString(JunitText.Details(finding));
            xml.WriteEndElement();
        }
        if (finding.Verdict == Verdict.Inform)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", "only reported");
            xml.WriteEndElement();
        }
        if (Element(finding) is null && (finding.Verdict != Verdict.Pass || finding.PassedByPolicy is not null || LeavesOut(finding)))
            xml.WriteElementString("system-out", JunitText.Details(finding));
        xml.WriteEndElement();
    }

    // A policy that forbids what the proposed one loosens fails the run whatever was measured.
    private static void Proposed(XmlWriter xml, string policy, PolicyChangeFacts change)
    {
        string changes = string.Join("; ", change.Loosened().Select(one => $"{one.Path} is {one.Effect}: {one.Reason}"));
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", JunitText.Clean(policy));
        xml.WriteAttributeString("name", "proposed policy");
        xml.WriteAttributeString("time", "0");
        if (change.Weigh() == Verdict.Fail)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", "The proposed policy is looser, which the policy that holds forbids.");
            xml.WriteAttributeString("type", "looser");
            xml.WriteString(JunitText.Clean(changes));
            xml.WriteEndElement();
        }
        else if (changes.Length > 0) xml.WriteElementString("system-out", JunitText.Clean(changes));
        xml.WriteEndElement();
    }

    /// <summary>The element that a finding gets, or null when its test passes.</summary>
    private static string? Element(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass or Verdict.Warn or Verdict.Inform => null,
        Verdict.Fail => finding.Outcome is Outcome.Violated ? "failure" : "error",
        _ => "error",
    };

    /// <summary>What kind of failure or error it is: its outcome, or that of a kept bound what was left out.</summary>
    private static string Type(Finding finding) => finding.Outcome == Outcome.Satisfied ? "left_out" : finding.Outcome.Word();

    private static bool LeavesOut(Finding finding) => finding.Groups.Any(group => group.Excluded is not null);

    private static string? Timestamp(RunFacts? run) =>
        run is not null && DateTimeOffset.TryParse(run.Started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset started)
            ? started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            : null;

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(false);
    }
}
