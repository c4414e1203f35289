using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gate.Tracking;
using Gate.Tracking.Rest;
using Microsoft.AspNetCore.Http;

namespace Gate.Tests.Tracking.Rest;

/// <summary>Servers that fail, lose answers, or are none.</summary>
public sealed class FaultTests
{
    private static readonly RunMetric[] metrics = [new("a", 0.5, 5, 0), new("b", 1, 5, 1), new("b", 2, 5, 2)];

    private static MlflowServer Open(FakeServer server, HurriedClock clock, bool insecure = false)
    {
        int ids = 0;
        return new(new(server.Address) { Token = "secret", InsecureTls = insecure }, new(clock, () => $"key{++ids}", "ann"));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (number, _, context) => number < 2 ? FakeServer.StatusAsync(context, status) : Task.FromResult(false);
        var clock = new HurriedClock();
        using MlflowServer store = Open(server, clock);
        Assert.Empty(await store.ExperimentsAsync(default));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([0.5, 1], clock.Waits.Select(wait => wait.TotalSeconds).Where(seconds => seconds < 10));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("99999", 60)]
    public async Task A_server_says_when_to_come_back(string after, int waited)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (number, _, context) => number < 1 ? FakeServer.StatusAsync(context, 503, after) : Task.FromResult(false);
        var clock = new HurriedClock();
        using MlflowServer store = Open(server, clock);
        await store.ExperimentsAsync(default);
        Assert.Contains(TimeSpan.FromSeconds(waited), clock.Waits);
    }

    [Theory]
    [InlineData(500, "tried 5 times")]
    [InlineData(401, "a token may have expired")]
    [InlineData(403, "does not allow this")]
    [InlineData(302, "which is not followed")]
    public async Task What_does_not_pass_is_unavailable(int status, string said)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (_, _, context) => FakeServer.StatusAsync(context, status, body: "{\"error_code\":\"X\",\"message\":\"no\\nway\"}");
        using MlflowServer store = Open(server, new HurriedClock());
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(() => store.ExperimentsAsync(default));
        Assert.Equal(TrackingFault.Unavailable, error.Fault);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(status == 500 ? 5 : 1, server.Requests.Count);
    }

    [Theory]
    [InlineData(200, "<html>sign in</html>")]
    [InlineData(200, "[1]")]
    [InlineData(200, "")]
    [InlineData(400, "<html>")]
    public async Task What_is_no_tracking_server_is_said(int status, string body)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (_, _, context) =>
        {
            context.Response.ContentType = "text/html";
            return FakeServer.StatusAsync(context, status, body: body);
        };
        using MlflowServer store = Open(server, new HurriedClock());
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(() => store.ExperimentsAsync(default));
        Assert.Contains("is no tracking server of MLflow", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The server has done what it was asked, and the answer is lost: nothing is done twice.</summary>
    [Theory]
    [InlineData("experiments/create")]
    [InlineData("runs/create")]
    [InlineData("runs/log-batch")]
    [InlineData("artifacts/report.html")]
    public async Task A_lost_answer_leaves_no_doubles(string path)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        int cut = 0;
        server.Instead = (_, request, context) => request.Path.EndsWith(path, StringComparison.Ordinal) && cut++ < 2
            ? FakeServer.Cut(context) : Task.FromResult(false);
        using MlflowServer store = Open(server, new HurriedClock());
        Experiment experiment = await store.EnsureExperimentAsync("credit", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "first", 1, []), default);
        await store.LogAsync(run, new(metrics, [new("p", "1")], [new("t", "1")]), default);
        await store.PutArtifactAsync(run, "report.html", new byte[100_000], default);
        await store.EndAsync(run, RunStatus.Finished, 2, default);

        Assert.True(cut > 0);
        Assert.Single(server.State.Experiments);
        StateRun kept = Assert.Single(server.State.Runs.Values);
        Assert.Equal(metrics, kept.Logged);
        Assert.Equal(RunStatus.Finished, kept.Info.Status);
        Assert.Equal(100_000, server.State.Files.Single().Value.Length);
    }

    [Fact]
    public async Task An_upload_that_is_cut_in_the_middle_is_sent_again_whole()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        int cut = 0;
        server.Before = (_, request, context) => request.Method == "PUT" && cut++ < 1 ? FakeServer.Cut(context) : Task.FromResult(false);
        using MlflowServer store = Open(server, new HurriedClock());
        Experiment experiment = await store.EnsureExperimentAsync("credit", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "first", 1, []), default);
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];
        await store.PutArtifactAsync(run, "model/model.onnx", content, default);
        Assert.Equal(content, server.State.Files.Single().Value);
        Assert.Equal(2, cut);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_with_its_address()
    {
        FakeServer server = await FakeServer.StartAsync();
        Uri address = server.Address;
        await server.DisposeAsync();
        using var store = new MlflowServer(new(address) { Token = "secret" }, new(new HurriedClock(), () => "k", ""));
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(() => store.ExperimentsAsync(default));
        Assert.Contains($"{address.Scheme}://{address.Authority} cannot be reached, tried 5 times", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_nobody_is_refused_unless_somebody_says_otherwise()
    {
        using X509Certificate2 certificate = Certificate();
        await using FakeServer server = await FakeServer.StartAsync(certificate);
        using MlflowServer strict = Open(server, new HurriedClock()), careless = Open(server, new HurriedClock(), insecure: true);
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(() => strict.ExperimentsAsync(default));
        Assert.Contains("is not trusted here", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Empty(await careless.ExperimentsAsync(default));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/abs")]
    [InlineData("a/../b")]
    public async Task A_server_cannot_name_a_file_outside(string path)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (_, request, context) => request.Path.Contains("artifacts/list", StringComparison.Ordinal)
            ? FakeServer.StatusAsync(context, 200, body: $"{{\"files\":[{{\"path\":\"{path}\",\"is_dir\":false}}]}}")
            : Task.FromResult(false);
        using MlflowServer store = Open(server, new HurriedClock());
        Experiment experiment = await store.EnsureExperimentAsync("credit", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "first", 1, []), default);
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(() => store.ArtifactsAsync(run, "", default));
        Assert.Equal(TrackingFault.Read, error.Fault);
    }

    [Fact]
    public async Task An_id_that_is_none_is_not_believed()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (_, request, context) => request.Path.EndsWith("runs/create", StringComparison.Ordinal)
            ? FakeServer.StatusAsync(context, 200, body: "{\"run\":{\"info\":{\"run_id\":\"../x\"}}}") : Task.FromResult(false);
        using MlflowServer store = Open(server, new HurriedClock());
        await Assert.ThrowsAsync<TrackingException>(() => store.CreateRunAsync(new("1", "first", 1, []), default));
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
