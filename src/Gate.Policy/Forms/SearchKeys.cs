using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The keys of <c>algorithm: auto</c>: a search over learners and their parameters.</summary>
/// <param name="algorithms">The learners.</param>
/// <param name="metrics">The metrics that can decide, each task's own first.</param>
internal sealed class SearchKeys(IReadOnlyList<AlgorithmWord> algorithms, IReadOnlyList<SearchWord> metrics)
{
    /// <summary>The word that stands for the search.</summary>
    public const string Auto = "auto";

    private const int MostTrials = 1000, MostFolds = 20;

    private readonly Key<string?> metric = Key.Word("primary_metric",
        new ChoiceShape("primary metric", [.. metrics.Select(word => new Choice(word.Name, ""))]),
        "The metric that decides, averaged over the folds.") with { DefaultText = "roc_auc; of several classes accuracy, of numbers r2" };

    private readonly Key<double?> timeout = Key.Number("timeout_minutes", new NumberShape(0, 10_000, Open: true),
        "How long the search may take. What it finds then depends on the machine.") with { DefaultText = "as long as its trials take" };

    private readonly Key<double?> trialTimeout = Key.Number("trial_timeout_minutes", new NumberShape(0, 10_000, Open: true),
        "How long one trial may take; one that takes longer is given up, and costs that trial only.")
        with { DefaultText = "a quarter of timeout_minutes" };

    private readonly Key<long> trials = Key.Whole("max_trials", new NumberShape(1, MostTrials), SearchSpec.DefaultTrials,
        "How many sets of parameters are tried; the defaults of each candidate come first.");

    private readonly Key<IReadOnlyList<string>> candidates = Key.Texts("candidates",
        new ListShape(new ChoiceShape("algorithm", [.. algorithms.Select(word => new Choice(word.Name, ""))]), Min: 1),
        "The learners that are tried.")
        with
        {
            DefaultText = "all that serve the task, but dummy",
            Examples = [$"[{string.Join(", ", algorithms.Take(2).Select(word => word.Name))}]"],
        };

    private readonly Key<long> folds = Key.Whole("cross_validation", new NumberShape(2, MostFolds), SearchSpec.DefaultFolds,
        "In how many folds the training rows are cross-validated.");

    private readonly Key<bool> early = Key.Switch("early_stopping", true,
        "Whether boosting stops early on a part of the rows that it trains on.");

    private readonly Key<bool> ensemble = Key.Switch("ensemble", true,
        "Whether an average of several models may be chosen, where it is better by more than one standard error.");

    private readonly Key<SubjectToSpec?> subject = Key.Word<SubjectToSpec>("subject_to", "rule",
        _ => "the policy's own conditions on rows, those between groups included",
        "What a model has to satisfy on cross-validated training rows to be chosen before others.") with { DefaultText = "nothing" };

    /// <summary>All of them, without the algorithm.</summary>
    public MapShape Shape => new([metric, trials, candidates, folds, timeout, trialTimeout, early, ensemble, subject]);

    /// <summary>The spec of a section that has been held against the shape.</summary>
    public TrainSpec Bind(Section section, FormContext context)
    {
        string? chosen = section.Get(metric);
        if (context.Task is { } task)
        {
            if (chosen is not null && metrics.FirstOrDefault(word => word.Name == chosen) is { } word && !word.Tasks.Contains(task))
                section.Refuse(metric, $"'{chosen}' does not serve {Words.Snake(task)}"
                    + NearestName.Hint(chosen, [.. metrics.Where(other => other.Tasks.Contains(task)).Select(other => other.Name)]));
            if (section.Get(candidates).FirstOrDefault(name => algorithms.FirstOrDefault(known => known.Name == name)
                is { } known && !known.Tasks.Contains(task)) is { } stranger)
                section.Refuse(candidates, $"'{stranger}' does not serve {Words.Snake(task)}");
        }
        return new TrainSpec(Auto, new Dictionary<string, object?>())
        {
            Marks = section.Marks(Shape),
            Search = new()
            {
                PrimaryMetric = chosen, TimeoutMinutes = section.Get(timeout), TrialTimeoutMinutes = section.Get(trialTimeout),
                MaxTrials = (int)section.Get(trials), Candidates = [.. section.Get(candidates).Distinct(StringComparer.Ordinal)],
                Folds = (int)section.Get(folds), EarlyStopping = section.Get(early), Ensemble = section.Get(ensemble),
                SubjectTo = section.Get(subject),
            },
        };
    }
}
