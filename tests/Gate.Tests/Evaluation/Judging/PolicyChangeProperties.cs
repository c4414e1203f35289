using System.Globalization;
using System.Text;
using CsCheck;
using Gate.Evaluation;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Families;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Tests.Properties;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>
/// What a comparison of policies promises, held against the judge itself: on random data, a policy that is called tighter than another, or
/// the same, never lets through what the other holds back.
/// </summary>
public sealed class PolicyChangeProperties
{
    private const int Files = 50, PairsOfFile = 50;

    // What a condition may say, by key; the empty text leaves the key out.
    private static readonly string[][] choices =
    [
        ["metric: accuracy", "metric: selection_rate, by: g, compare: ratio", "metric: recall, by: g, compare: group_min",
            "metric: roc_auc",
            "metric: precision", "metric: recall, where: \"g = 'a'\"", "metric: f1, by: g, compare: group_min",
            "metric: demographic_parity_ratio, by: g"],
        ["min: 0.4", "min: 0.5", "min: 0.6", "min: 0.7", "min: 0.8"],
        ["", "", "", "", "max: 0.9, vacuous: allowed"],
        ["", "", "max_regression: 0.05", "max_regression: 0.01"],
        ["", "", "level: warn", "level: inform"],
        ["", "", "on_inconclusive: fail", "on_inconclusive: warn", "on_inconclusive: pass"],
        ["", "", "on_undefined: warn"],
        ["", "", "on_excluded: fail", "on_excluded: pass", "on_excluded: inconclusive"],
        ["", "", "decide_on: point"],
        ["", "", "confidence: 0.8", "confidence: 0.99"],
        ["", "", "evidence: { min_count: 5 }", "evidence: { min_count: 40 }", "evidence: { min_positives: 3 }"],
        ["", "", "", "family: holm", "family: bh"],
    ];

    private static readonly Gen<int[]> condition =
        Gen.Int[0, 999].Array[choices.Length].Select(picks => picks.Select((pick, i) => pick % choices[i].Length).ToArray());

    // Two policies that differ in few places, as a pull request's do.
    private static readonly Gen<Case> cases =
        from conditions in condition.Array[1, 3]
        from changes in Gen.Int[0, 9999].Array[1, 3]
        from more in condition
        from last in Gen.Int[0, 5]
        from general in Gen.Int[0, 3].Array[2]
        from method in Gen.Bool
        select new Case(new(conditions, general[0], false), Changed(conditions, changes, more, last, general[1], method));

    [Fact]
    public void What_is_called_tighter_or_the_same_never_lets_through_what_was_held_back()
    {
        int held = 0, blocked = 0;
        for (int i = 0; i < Files; i++)
        {
            using var rows = new RowsOfFile(i);
            RandomCases.Hold(cases, PairsOfFile, one =>
            {
                Hold(one.Before.Yaml, one.After.Yaml);
                Hold(one.After.Yaml, one.Before.Yaml);
            }, one => $"{one.Before.Yaml}\n---\n{one.After.Yaml}", (ulong)i + 1);

            void Hold(string before, string after)
            {
                if (rows.Changes(before, after) is not { } changes
                    || changes.Any(change => change.Effect is ChangeEffect.Looser or ChangeEffect.Undecidable)) return;
                (int was, int now) = (rows.Gravity(before), rows.Gravity(after));
                held++;
                if (was == 2) blocked++;
                string told = string.Join("; ", changes.Select(change => $"{change.Effect} {change.Path} {change.Reason}"));
                Assert.True(now >= was, $"{was} became {now} by {told}");
                if (changes.All(change => change.Effect == ChangeEffect.Neutral)) Assert.Equal(was, now);
            }
        }
        // Random pairs are held to something only where enough of them are called tighter, and enough of those were held back.
        Assert.True(held > 300 && blocked > 100, $"{held} pairs were tighter or the same, {blocked} of them held back");
    }

    private static Written Changed(int[][] conditions, int[] changes, int[] more, int last, int general, bool method)
    {
        List<int[]> after = [.. conditions.Select(own => (int[])own.Clone())];
        foreach (int change in changes)
        {
            int[] one = after[change % after.Count];
            int key = change / 7 % choices.Length;
            one[key] = change / 61 % choices[key].Length;
        }
        if (last == 0) after.Add(more);
        if (last == 1 && after.Count > 1) after.RemoveAt(after.Count - 1);
        return new([.. after], general, method);
    }

    private sealed record Case(Written Before, Written After);

    /// <summary>A policy as picks of what can be said.</summary>
    private sealed record Written(int[][] Conditions, int General, bool OtherMethod)
    {
        public string Yaml
        {
            get
            {
                var conditions = new StringBuilder();
                foreach ((int i, int[] picks) in Conditions.Index())
                    conditions.Append(CultureInfo.InvariantCulture, $"  - {{ id: c{i}, ")
                        .AppendJoin(", ", picks.Select((pick, k) => choices[k][pick]).Where(text => text.Length > 0)).Append(" }\n");
                string text = conditions.ToString();
                string[] families = [.. new[] { "holm: { method: holm }", OtherMethod ? "bh: { method: holm }"
                    : "bh: { method: benjamini_hochberg }" }.Where(family => text.Contains($"family: {family.Split(':')[0]}",
                        StringComparison.Ordinal))];
                string general = General switch { 0 => "confidence: 0.9\n", 1 => "evidence: { min_count: 20 }\n", _ => "" };
                return RowsOfFile.Head + general + (families.Length > 0 ? $"families: {{ {string.Join(", ", families)} }}\n" : "")
                    + "conditions:\n" + text;
            }
        }
    }

    /// <summary>A random file, read once, that any policy over it can be judged on.</summary>
    private sealed class RowsOfFile : IDisposable
    {
        public const string Head = """
            version: 1
            name: random
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { prediction: p, score: s } }
            baseline: { predictions: { prediction: q, score: t } }
            explain: false

            """;

        private readonly TestRun run;
        private readonly Dataset data;
        private readonly Candidate[] models;

        public RowsOfFile(int number)
        {
            run = new TestRun(Head + "conditions:\n  - { metric: recall, where: \"g = 'a'\", min: 0.5 }\n", ("d.csv", Csv(number)));
            RunInputs inputs = run.Inputs;
            data = DataLoader.Load(inputs, run, CancellationToken.None);
            models = [.. PlacedModel.Of(inputs).Select(model =>
                CandidateForms.Of(model.Spec).CreateAsync(model, data, run, CancellationToken.None).GetAwaiter().GetResult())];
        }

        /// <summary>What a comparison says; null where one of the policies is none.</summary>
        public IReadOnlyList<PolicyChange>? Changes(string before, string after)
        {
            try
            {
                PolicySource Source(string yaml) => new(Encoding.UTF8.GetBytes(yaml), "gate.yml");
                return PolicyComparison.Of(Source(before), Source(after), Vocabulary.Current);
            }
            catch (PolicyException)
            {
                return null;
            }
        }

        /// <summary>0 for a pass, 1 for a warning, 2 for what holds the model back.</summary>
        public int Gravity(string yaml)
        {
            RunInputs inputs = run.InputsOf(yaml);
            var context = new RunContext(inputs, data, models[0], models[1], run, CancellationToken.None);
            var judge = new ConditionJudge(EvidenceSources.Of, context);
            // What a finding says in words, and what would settle it, costs most of the time and decides nothing.
            return FamilyDecisions.Apply([.. inputs.Policy.Conditions.Select(judge.Judge)], inputs.Policy.Families)
                .Max(judged => Verdicts.Of(judged.Outcomes, judged.Condition,
                    judged.Evidence.Groups.Any(group => group.Excluded is not null)).Verdict switch
                    {
                        Verdict.Pass or Verdict.Inform => 0,
                        Verdict.Warn => 1,
                        _ => 2,
                    });
        }

        public void Dispose() => run.Dispose();

        // Each file has its own sizes of groups, and models that are better and worse.
        private static string Csv(int number)
        {
            var random = new Random(number);
            int rows = 40 + (random.Next(6) * 40);
            double skill = 0.55 + (random.NextDouble() * 0.4), tilt = random.NextDouble() * 0.4;
            var csv = new StringBuilder("g,y,p,s,q,t\n");
            for (int i = 0; i < rows; i++)
            {
                string group = "aaaabbbc"[random.Next(8)].ToString();
                bool label = random.NextDouble() < (group == "a" ? 0.6 : 0.6 - tilt);
                double Score() => Math.Round(Math.Clamp((random.NextDouble() < skill == label ? 0.7 : 0.3)
                    + (0.5 * (random.NextDouble() - 0.5)), 0, 1), 3);
                (double s, double t) = (Score(), Score());
                csv.Append(CultureInfo.InvariantCulture,
                    $"{group},{(label ? 1 : 0)},{(s >= 0.5 ? 1 : 0)},{s},{(t >= 0.5 ? 1 : 0)},{t}\n");
            }
            return csv.ToString();
        }
    }
}
