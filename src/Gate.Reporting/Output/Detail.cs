using Gate.Evaluation.Results;

namespace Gate.Reporting.Output;

/// <summary>
/// Keeps a rendering below a size: whole levels of detail are left out of it, the least important first, and a note says which. Verdict,
/// conditions with their numbers, models and provenance always stay, and <c>result.json</c> holds everything.
/// </summary>
internal static class Detail
{
    /// <summary>The most bytes of a report or a summary, unless its conditions alone need more.</summary>
    internal const int MostBytes = 1_000_000;

    private const int ShownTrials = 5;

    private static readonly (string What, Func<GateResult, GateResult> Without)[] Levels =
    [
        ("what-if", result => result with { WhatIf = null }),
        ("curves by group", result => result with { Curves = result.Curves is { } curves ? curves with { Groups = [] } : null }),
        ("metrics by intersections of columns",
            result => result with { Frames = [.. result.Frames.Where(frame => frame.By.Count < 2)] }),
        ("metrics by group", result => result with { Frames = [] }),
        ("confusion matrices and residuals by group", result => result with
        {
            Confusion = result.Confusion is { } confusion ? confusion with { Groups = [] } : null,
            Errors = result.Errors is { } errors ? errors with { Groups = [] } : null,
        }),
        ("the groups behind conditions, but the one that decided each",
            result => result with { Findings = [.. result.Findings.Select(Decider)] }),
        ("curves", result => result with { Curves = null }),
        ("the confusion matrix, classes and errors",
            result => result with { Confusion = null, PerClass = null, Errors = null }),
        ("single rows", result => result with { Rows = null }),
        ("attributions by group",
            result => result with
            {
                Attribution = result.Attribution is { } attribution ? attribution with { Groups = [], Cohorts = [], Swarm = null } : null,
            }),
        ("why groups differ",
            result => result with { Attribution = result.Attribution is { } attribution ? attribution with { Gaps = [] } : null }),
        ("the surrogate", result => result with { Surrogate = null }),
        ("counterfactuals", result => result with { Counterfactuals = null }),
        ("dependence", result => result with { Dependence = null }),
        ("where it errs", result => result with { ErrorAnalysis = null }),
        ("proxies", result => result with { Proxies = [] }),
        ("drift by column", result => result with { Drift = null }),
        ("feature importance", result => result with { Importance = null }),
        ("attributions", result => result with { Attribution = null }),
        ("the metrics of a search's trials, and all but the best ones", result => result with { Model = WithoutTrials(result.Model) }),
        ("the list of columns", result => result with { Data = result.Data with { Columns = [], LabelCounts = [] } }),
        ("the text of the policy", result => result with { Policy = result.Policy with { Text = null } }),
        ("features and parameters of the models",
            result => result with { Model = Bare(result.Model), Baseline = result.Baseline is { } baseline ? Bare(baseline) : null }),
    ];

    /// <summary>Renders a result, with as much detail as fits.</summary>
    /// <param name="result">The result.</param>
    /// <param name="name">What is rendered, for the note.</param>
    /// <param name="render">Renders it.</param>
    internal static byte[] Fit(GateResult result, string name, Func<GateResult, byte[]> render) => Fit(result, name, render, MostBytes);

    /// <inheritdoc cref="Fit(GateResult, string, Func{GateResult, byte[]})"/>
    internal static byte[] Fit(GateResult result, string name, Func<GateResult, byte[]> render, int most)
    {
        byte[] bytes = render(result);
        var dropped = new List<string>();
        GateResult less = result;
        foreach ((string what, Func<GateResult, GateResult> without) in Levels)
        {
            if (bytes.Length <= most) break;
            GateResult next = without(less);
            if (Equal(next, less)) continue;
            less = next;
            dropped.Add(what);
            bytes = render(less with { Notes = [.. result.Notes, Note(name, dropped, most)] });
        }
        return bytes;
    }

    private static string Note(string name, List<string> dropped, int most) =>
        $"This {name} would have more than {NumberText.Count(most)} bytes, so it leaves out {string.Join("; ", dropped)}. All of "
        + "it is in result.json.";

    private static Finding Decider(Finding finding) => finding with
    {
        Groups = [.. finding.Groups.Where(group => Text.Phrases.Decides(finding, group)).Take(1)],
    };

    private static ModelFacts WithoutTrials(ModelFacts model) => model with
    {
        Search = model.Search is not { } search ? null : search with
        {
            Leaderboard = [.. search.Leaderboard.Take(ShownTrials).Select(entry => entry with { Metrics = [] })],
        },
    };

    private static ModelFacts Bare(ModelFacts model) => model with { Parameters = [], Features = [] };

    // Records of lists compare the lists by reference; a level that took nothing away is not named.
    private static bool Equal(GateResult a, GateResult b) => ResultJson.Utf8(a).AsSpan().SequenceEqual(ResultJson.Utf8(b));
}
