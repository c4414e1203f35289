using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

/// <summary>One Chromium or Chrome for all tests of the report, the one that the system has: nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where Chromium is, or null.</summary>
    private static string? Executable => Places.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments,
            Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser profile of its own. Without Chromium the running test skips; in CI it fails.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        bool required = Environment.GetEnvironmentVariable("CI") == "true";
        if (browser is null && required)
            Assert.Fail($"no Chromium at any of {string.Join(", ", Places)}; install it with: apt-get install chromium");
        Skip.If(browser is null, "no Chromium here: apt-get install chromium");
        return await browser!.NewContextAsync(options);
    }
}

[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Browser>
{
    public const string Name = "report in a browser";
}
