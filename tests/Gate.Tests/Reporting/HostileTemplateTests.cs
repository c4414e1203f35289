using System.Diagnostics;
using Gate.Evaluation.Results;
using Gate.Reporting;
using Gate.Reporting.Html;
using Gate.Reporting.Templating;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

/// <summary>Templates that attack: each ends in an error that names the template, soon, and without a page.</summary>
public class HostileTemplateTests
{
    /// <summary>Code, files, members of objects, regular expressions, memory: the language has no words for them.</summary>
    [Theory]
    [InlineData("{{ include '/etc/passwd' }}")]
    [InlineData("{{ include \"../../../etc/passwd\" }}")]
    [InlineData("{{ x = '/etc/passwd'; include x }}")]
    [InlineData("{{ include findings[0].id }}")]
    [InlineData("{{ include_join ['head'] ',' }}")]
    [InlineData("{{ import policy }}")]
    [InlineData("{{ object.eval '1+1' }}")]
    [InlineData("{{ object.eval_template '{{ 1 }}' }}")]
    [InlineData("{{ policy | object.typeof }}")]
    [InlineData("{{ policy.GetType() }}")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a+)+$' }}")]
    [InlineData("{{ title | string.replace 'a' '<b>' }}")]
    [InlineData("{{ title | html.strip }}")]
    [InlineData("{{ date.now }}{{ math.random 1 9 }}")]
    [InlineData("{{ string.pad_left 'x' 2000000000 }}")]
    [InlineData("{{ 'x' * 2000000000 }}")]
    [InlineData("{{ 9 * 9 }}")]
    [InlineData("{{ 2 ** 1000000000 }}")]
    [InlineData("{{ 1 << 2000000000 }}")]
    [InlineData("{{ for i in 1..2000000000 }}x{{ end }}")]
    [InlineData("{{ while true }}x{{ end }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ f = do; ret 1; end }}")]
    [InlineData("{{ capture x }}<script>{{ end }}{{ x }}")]
    [InlineData("{{ wrap x }}{{ end }}")]
    [InlineData("{{ with policy }}{{ end }}")]
    [InlineData("{{ tablerow x in findings }}{{ end }}")]
    [InlineData("{{ case title; when 1; end }}")]
    [InlineData("{{ a = [1]; a[0] = a; a }}")]
    [InlineData("{{ verdict.word = 'Pass' }}")]
    [InlineData("{{ readonly verdict }}")]
    [InlineData("{{ this }}")]
    [InlineData("{{ {a: 1} }}")]
    [InlineData("{{ $'{title}' }}")]
    [InlineData("{{ $0 }}")]
    [InlineData("{{ @include }}")]
    [InlineData("{{ for i in findings }}{{ i++ }}{{ end }}")]
    public void What_the_language_leaves_out_is_refused(string template) => Refused(template);

    /// <summary>No script of its own, no styles, nothing that loads, sends, navigates or hides what follows.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT src=//evil.example/x.js>")]
    [InlineData("<style>.verdict { display: none }</style>")]
    [InlineData("<link rel=stylesheet href=//evil.example>")]
    [InlineData("<meta http-equiv=refresh content='0;url=//evil.example'>")]
    [InlineData("<base href=//evil.example>")]
    [InlineData("<iframe srcdoc='x'></iframe>")]
    [InlineData("<form action=//evil.example><input></form>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<object data=x></object>")]
    [InlineData("<svg><foreignObject></foreignObject></svg>")]
    [InlineData("<svg><use href=x /></svg>")]
    [InlineData("<!-- ")]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<?xml ?>")]
    [InlineData("<textarea>")]
    [InlineData("<plaintext>")]
    [InlineData("<title>Pass</title>")]
    [InlineData("<template>")]
    [InlineData("<dialog open>Pass</dialog>")]
    [InlineData("<{{ if true }}scr{{ end }}ipt>alert(1)</script>")]
    [InlineData("<{{ title }}")]
    [InlineData("{%{<script>}%}")]
    [InlineData("<p-x>")]
    [InlineData("<p\0>")]
    [InlineData("<p class=\"")]
    [InlineData("<p class='x")]
    [InlineData("<p class=")]
    [InlineData("<p")]
    [InlineData("<p onclick=alert(1)>")]
    [InlineData("<p class=x ONCLICK=alert(1)>")]
    [InlineData("<p class='x'/onclick=alert(1)>")]
    [InlineData("<p style='position:fixed'>")]
    [InlineData("<p \"onclick=x>")]
    [InlineData("<")]
    public void What_is_no_plain_element_is_refused(string template) => Refused(template);

    public static TheoryData<string> Endless() =>
    [
        Times(20, "{{ for f in result.findings }}") + "x" + Times(20, "{{ end }}"),
        Times(20, "{{ for f in result.findings }}") + Times(20, "{{ end }}"),
        Times(9, "{{ for f in findings }}") + new string('x', 1000) + Times(9, "{{ end }}"),
        Times(9, "{{ for f in findings }}") + "{{ include 'conditions' }}" + Times(9, "{{ end }}"),
        Times(50_000, "{{ if title }}"),
        "{{" + Times(40_000, "if title;") + "}}",
        "{{ " + new string('(', 200_000) + "}}",
        "{{ " + new string('!', 200_000) + "title }}",
        "{{ title" + Times(200_000, ".a") + " }}",
        "{{ title" + Times(100_000, "[0]") + " }}",
        "{{ " + Times(50_000, "title && ") + "1 }}",
        "{{ if a }}" + Times(30_000, "{{ else if a }}") + "{{ end }}",
        "{{ " + new string('9', 400_000) + " }}",
        "{{ '" + new string('\\', 400_000) + "' }}",
        new string('x', TemplateLanguage.MostCharacters + 1),
        Times(240_000, "{{"),
        Times(160_000, "{{#"),
        Times(80_000, "{{ $'{"),
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_never_ends_ends_soon(string template)
    {
        var clock = Stopwatch.StartNew();
        Exception? error = Record.Exception(
            () => UserTemplate.Render(template, Model(), new HashSet<string>(), TimeSpan.FromSeconds(2)));
        if (error is not null) Assert.StartsWith("report.template", Assert.IsType<ReportException>(error).Message);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_time_limit_holds_also_between_two_looks_at_the_clock()
    {
        string loops = Times(12, "{{ for f in result.findings }}") + Times(12, "{{ end }}");
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<ReportException>(
            () => UserTemplate.Render(loops, Model(), new HashSet<string>(), TimeSpan.FromMilliseconds(100)));
        Assert.Contains("more than 0.1 seconds", error.Message);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    private static void Refused(string template)
    {
        var error = Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Attacked(), template));
        Assert.StartsWith("report.template cannot be used: ", error.Message);
    }

    private static Node Model()
    {
        GateResult result = SampleResults.Mortgage();
        return ReportModel.ForUsers(result, ReportModel.Of(result));
    }
}
