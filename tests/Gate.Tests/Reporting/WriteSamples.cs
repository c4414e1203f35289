using Gate.Reporting;
namespace Gate.Tests.Reporting;
public class WriteSamples
{
    [Fact]
    public void Write()
    {
        string dir = "/tmp/report-samples"; Directory.CreateDirectory(dir);
        foreach (var (n, r) in new[] { ("mortgage", SampleResults.Mortgage()), ("diabetes", SampleResults.Diabetes()), ("wine", SampleResults.Wine()), ("sixty", SampleResults.SixtyGroups()), ("attacked", SampleResults.Attacked()), ("minimal", SampleResults.Minimal()) })
        { File.WriteAllText($"{dir}/{n}.html", HtmlReport.Render(r)); File.WriteAllText($"{dir}/{n}.md", MarkdownSummary.Render(r)); File.WriteAllText($"{dir}/{n}.xml", JunitReport.Render(r)); }
    }
}
