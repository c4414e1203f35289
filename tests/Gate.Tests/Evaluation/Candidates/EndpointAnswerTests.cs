using Gate.Evaluation.Inputs;
using Gate.Models;
using Gate.Models.Remote;
using Gate.Tests.Models.Remote;
using Microsoft.AspNetCore.Http;
using static Gate.Tests.Evaluation.Candidates.EndpointRuns;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>What a scoring server may do wrong: busy, silent, gone, answers that are none.</summary>
public sealed class EndpointAnswerTests
{
    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(0)]
    public async Task What_may_go_well_the_next_time_is_tried_again(int status)
    {
        await using ScoringServer server = await Server();
        server.Instead = (number, context) =>
        {
            if (number >= 2) return Task.FromResult(false);
            if (status == 0) context.Abort();
            else context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        using TestRun run = Run(server);
        Assert.Equal(1, Value(Execute(run, server)));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(503, 3, "answers 503, tried 3 times: too busy")]
    [InlineData(401, 1, "does not know who asks (401): too busy; name in 'token' the environment variable")]
    [InlineData(403, 1, "does not allow this to whoever asks (403): too busy")]
    [InlineData(404, 1, "has no such interface (404): too busy; is it the whole address")]
    public async Task A_server_that_does_not_answer_is_unavailable(int status, int tries, string message)
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("{\"message\": \"too busy\"}");
            return true;
        };
        using TestRun run = Run(server, ", retries: 2");
        Assert.Contains(message, Assert.Throws<RemoteUnavailableException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_silent_is_unavailable()
    {
        ScoringServer server = await Server();
        using TestRun run = Run(server, ", retries: 1, timeout: 1");
        RunInputs inputs = Allowed(run, server);
        server.Instead = async (_, context) =>
        {
            await context.Response.WriteAsync("[");
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        Assert.Contains("cannot be reached, tried 2 times: ", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs)).Message,
            StringComparison.Ordinal);
        await server.DisposeAsync();
        Assert.Contains("cannot be reached, tried 2 times: ", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"predictions\": [0.5, 0.5]}", "the answer has 2 entries for 4 rows")]
    [InlineData("{\"scores\": [1]}", "is no list with an entry for each row, alone or as 'predictions' or 'result'; it has 'scores'")]
    [InlineData("<html>", "the answer is no JSON that is read")]
    [InlineData("", "the answer is empty")]
    [InlineData("{\"predictions\": [0.5, null, 1, 1]}", "the answer to row 2 is null, and a finite number is wanted")]
    [InlineData("{\"predictions\": [0.5, 1e999, 1, 1]}", "the answer to row 2 is '1e999', and a finite number is wanted")]
    [InlineData("{\"predictions\": [0.5, \"yes\", 1, 1]}", "the answer to row 2 is 'yes', and a score is wanted; where the model answers "
        + "with classes, say 'answers: classes'")]
    [InlineData("{\"predictions\": [[0.5, 0.5], 1, 1, 1]}", "has 2 scores without saying of which classes")]
    [InlineData("{\"predictions\": [{\"p\": 0.5}, 1, 1, 1]}", "is one with names ('p'); name with 'fields' the one that is wanted")]
    [InlineData("{\"predictions\": [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", "the answer is no JSON that is read")]
    [InlineData("{\"predictions\": [0, 1, 1, 0]}", "the scores of the endpoint are all 0 or 1, as predicted classes are")]
    public async Task An_answer_that_is_none_is_refused(string answer, string message)
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
            return true;
        };
        using TestRun run = Run(server);
        Assert.Contains(message, Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            await context.Response.WriteAsync("{\"predictions\": [");
            var blanks = new byte[1 << 16];
            Array.Fill(blanks, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
            return true;
        };
        using TestRun run = Run(server);
        Assert.Contains("the answer has more than 1028 KB, too much for its rows",
            Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_rows_is_not_tried_again()
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("{\"error_code\": \"BAD_REQUEST\", \"message\": \"no column 'z'\\nforged\"}");
            return true;
        };
        using TestRun run = Run(server);
        string message = Assert.Throws<ModelException>(() => Execute(run, server)).Message;
        Assert.Contains("refuses the rows (500): no column 'z' forged; hold the columns", message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_model_that_says_something_else_the_next_time_cannot_be_judged()
    {
        int asked = 0;
        await using ScoringServer server = await Server(entry: row => (double)row["x"]! + (++asked > 4 ? 0.05 : 0));
        using TestRun run = Run(server);
        Assert.Contains("the endpoint gave row 1 the score 0.9 and, asked again among other rows, 0.95",
            Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }
}
