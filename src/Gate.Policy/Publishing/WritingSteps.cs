using System.Globalization;
using System.Text;
using Gate.Policy.Keys;

namespace Gate.Policy.Publishing;

/// <summary>A step of writing a policy.</summary>
/// <param name="Title">What is decided.</param>
/// <param name="Keys">The keys of the top level in which that is written.</param>
/// <param name="Advice">How to decide it.</param>
internal sealed record WritingStep(string Title, IReadOnlyList<string> Keys, string Advice);

/// <summary>The order in which one writes a policy, which is the order of the top level; a test holds the two against each other.</summary>
internal static class WritingSteps
{
    public static IReadOnlyList<WritingStep> All { get; } =
    [
        new("What is decided", ["version", "extends", "name", "task"],
            "`gate init DATA` writes this step and the next three from a file, with a reason beside each guess."),
        new("On which rows", ["data"],
            "The label and, for two classes, the favourable one; the columns whose groups are compared; a split, or a hold-out of its "
            + "own."),
        new("Of which model", ["model", "baseline"],
            "One form: trained here, loaded from a file or a registry, or a column of predictions. A baseline is what it must not fall "
            + "behind."),
        new("What must hold", ["conditions"],
            "Begin with the one rule that you would have to defend; say in `why` where its bound comes from. `gate check` tells what each "
            + "condition would let pass, and how many rows it needs."),
        new("How sure one must be", ["confidence", "evidence", "families", "seed"],
            "Leave these as they are unless you can say why: a lower confidence decides more, and is wrong more often."),
        new("What the reader sees", ["explain", "report"],
            "Importance and attributions, and how much of the rows and of the model may be shown."),
        new("Who may let it pass, and change it", ["waivers", "policy", "expect_conditions", "report_only", "digests"],
            "Once the policy holds releases, protect it: state how many conditions there are, pin the data, say what a loosening does."),
        new("Where it is kept", ["tracking", "register"], "Runs and models in MLflow's layout or on its server."),
    ];

    /// <summary>The steps as a numbered list; keys with a section of their own are links to it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The top level.</param>
    /// <param name="hasSection">Whether a key has a section of its own.</param>
    public static void Append(StringBuilder page, MapShape language, Func<Key, bool> hasSection)
    {
        page.Append("## In the order in which one writes it\n\n");
        foreach ((int number, WritingStep step) in All.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"{number + 1}. **{step.Title}**: ")
                .AppendJoin(", ", step.Keys.Select(name => Link(language.Keys.Single(key => key.Name == name))))
                .Append(".\n   ").Append(step.Advice).Append('\n');
        }
        page.Append("\nOnly `version`, `task`, `data`, `model` and `conditions` are required, here or in a policy that is extended. ")
            .Append("The tables\nbelow keep this order; then come the metrics and the learners, policies that extend others, the rules ")
            .Append("of YAML, and keys\nthat are overridden for one run.\n\n");

        string Link(Key key) => hasSection(key) ? $"[{KeyTable.Code(key.Name)}](#{key.Name})" : KeyTable.Code(key.Name);
    }
}
