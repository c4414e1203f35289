using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

/// <summary>A report opened from a file, as a person opens it; it remembers whatever the browser complained about or asked the network
/// for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string file;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    private OpenReport(IBrowserContext context, IPage page, string file) => (this.context, Page, this.file) = (context, page, file);

    internal IPage Page { get; }

    /// <summary>Console errors and warnings (violations of the security policy among them), uncaught errors and dialogs.</summary>
    internal IReadOnlyList<string> Complaints => complaints;

    /// <summary>What was fetched beyond the file itself.</summary>
    internal IReadOnlyList<string> Requests => requests;

    internal static Task<OpenReport> Open(Browser browser, GateResult result, ColorScheme scheme = ColorScheme.Light, int width = 1280,
        bool script = true) =>
        Open(browser, HtmlReport.Render(result), result.Frames.Count > 0, scheme, width, script);

    /// <summary>Opens the text of a report.</summary>
    internal static async Task<OpenReport> Open(Browser browser, string html, bool grouped, ColorScheme scheme = ColorScheme.Light,
        int width = 1280, bool script = true)
    {
        IBrowserContext context = await browser.NewContext(new BrowserNewContextOptions { ColorScheme = scheme, JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        string file = Path.Combine(Path.GetTempPath(), $"gate-report-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var report = new OpenReport(context, await context.NewPageAsync(), file);
        report.Listen();
        await report.Page.GotoAsync(new Uri(file).AbsoluteUri);
        if (script && grouped) await report.Page.Locator("#groups svg.plot").First.WaitForAsync();
        return report;
    }

    internal async Task<string> Text(string selector) => await Page.Locator(selector).InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        File.Delete(file);
    }

    /// <summary>Uses what can be used: every choice, every folded part, every chart, the theme.</summary>
    internal async Task Use()
    {
        foreach (ILocator select in await Page.Locator("select").AllAsync())
            await select.SelectOptionAsync(new SelectOptionValue { Index = await select.Locator("option").CountAsync() - 1 });
        await Unfold();
        foreach (ILocator plot in await Page.Locator("svg.plot").AllAsync()) await plot.HoverAsync();
        await Page.Locator("#theme").ClickAsync();
    }

    /// <summary>Unfolds what passed as a reader does, also without JavaScript.</summary>
    internal async Task UnfoldByHand()
    {
        foreach (ILocator summary in await Page.Locator("details.folded > summary").AllAsync()) await summary.ClickAsync();
    }

    internal Task Unfold() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");

    /// <summary>What axe finds wrong, with the elements; empty when nothing.</summary>
    internal async Task<string> Violations()
    {
        AxeResult result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations, ResultType.Incomplete] });
        Assert.NotEmpty(result.Passes);
        return string.Join("\n",
            result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html).Take(5))}"));
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"{message.Type}: {message.Text}");
        };
        Page.PageError += (_, error) => complaints.Add("uncaught: " + error);
        Page.Dialog += async (_, dialog) =>
        {
            complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) =>
        {
            if (request.Url != new Uri(file).AbsoluteUri && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                requests.Add(request.Url);
        };
    }
}
