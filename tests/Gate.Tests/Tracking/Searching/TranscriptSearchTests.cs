using System.Text.Json;
using Gate.Tracking;

namespace Gate.Tests.Tracking.Searching;

/// <summary>The embedded store answers the searches of a real MLflow 2.9 server as that did.</summary>
public sealed class TranscriptSearchTests
{
    [SkippableFact]
    public async Task Every_search_of_the_transcript_finds_the_same_runs_in_the_same_order()
    {
        Transcript transcript = Transcript.Read();
        using var stores = new Stores();
        for (int i = 0; i < 3; i++) await CreateAsync(stores, i);
        Experiment experiment = (await stores.Open().ExperimentsAsync(default)).Single();

        int answered = 0;
        foreach (Exchange exchange in transcript.Of("/api/2.0/mlflow/runs/search"))
        {
            RunQuery query = Query(exchange.Request, experiment.Id);
            if (exchange.Status != 200)
            {
                await Assert.ThrowsAsync<TrackingException>(() => stores.Open().SearchAsync(query, default));
                continue;
            }
            RunPage page = await stores.Open().SearchAsync(query, default);
            string[] names = [.. exchange.Response.GetProperty("runs").EnumerateArray()
                .Select(run => run.GetProperty("info").GetProperty("run_name").GetString()!)];
            Assert.Equal(names, page.Runs.Select(run => run.Info.Name));
            Assert.Equal(Text(exchange.Response, "next_page_token"), page.NextToken);
            answered++;
        }
        Assert.Equal(7, answered);
    }

    /// <summary>What the transcript had logged to a run before its searches.</summary>
    private static async Task CreateAsync(Stores stores, int i)
    {
        RunText[] tags = i == 0 ? [new("mlflow.source.name", "gate")] : [new("mlflow.source.name", "gate"), new("git", "abc")];
        RunMetric[] more = i > 0 ? [] : [new("fairness/sex/dp_difference", 0.14, 1, 0), new("nan_metric", double.NaN, 1, 0)];
        await stores.RunAsync($"run {i}", 1_700_000_000_000 + i, new(
            [new("accuracy", 0.8 + (i * 0.01), 1, 0), new("accuracy", 0.81 + (i * 0.01), 2, 1), .. more], [new("depth", "4")], tags),
            "gate/adult");
    }

    private static RunQuery Query(JsonElement request, string experiment) => new([experiment])
    {
        Filter = Text(request, "filter") ?? "",
        OrderBy = request.TryGetProperty("order_by", out JsonElement order)
            ? [.. order.EnumerateArray().Select(one => one.GetString()!)] : [],
        MaxResults = request.GetProperty("max_results").GetInt32(),
        PageToken = Text(request, "page_token"),
    };

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;
}
