using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Publishing;

/// <summary>What the reference page says besides its tables.</summary>
internal static class ReferenceTexts
{
    public const string Opening = """
        # The policy language, version 1

        <!-- Generated from the table of keys in src/Gate.Policy/Language. Edit there. -->

        A policy says when a model may move on: which rows it is measured on, which model is the candidate, and which conditions
        must hold. It is one YAML file, usually `gate.yml`. Paths in it are relative to the file.


        """;

    public const string Notation = """
        Editors that know JSON Schema complete keys and show mistakes while typing: the first line of the example names the schema
        (`gate schema` writes it). Unknown keys, wrong types and impossible values are errors; each names file, line, column and key,
        and all are shown at once.

        In the tables below, *or null* means that null, or nothing after the colon, is the same as leaving the key out.


        """;

    public const string Extending = """
        ## Policies that extend others

        An organisation's policy can hold a part, and the teams' policies the rest:

        ```yaml
        # organisation.yml
        version: 1
        conditions:
          - { id: four-fifths, metric: selection_rate, by: sex, compare: ratio, min: 0.8, locked: true }
        policy: { loosening: forbid, waivers: { max_days: 90 } }
        ```

        ```yaml
        # teams/credit/gate.yml
        version: 1
        extends: ../../organisation.yml
        # task, data, model …
        conditions:
          - { id: four-fifths, min: 0.85 }    # tighter: allowed
          - { metric: roc_auc, min: 0.7 }     # one more
        ```

        - Maps are merged key by key; the policy's own word counts for more than that of one that it extends, and of several the later's.
          `model` and `baseline` are taken whole, lists replaced. Conditions are merged by the id that a policy writes; one without an id
          is a new one. Waivers are added. `expect_conditions` counts what its own file has, with what that extends.
        - A `locked` condition can be tightened and not loosened, at no place of the chain and by no `--set`: what *tighter* means is
          what `gate policy diff` calls so, and what is undecidable is refused. Its confidence and evidence floor are locked with it, and
          so are the conditions of its family. What the policy that locks gives besides its conditions (`policy`, `families`, `data`,
          `seed`, …; not `model`) can be tightened only, too. No condition can be removed; one that is not locked can get
          `level: inform`.
        - A locked condition takes no waiver, unless the lock is `{ waivers: allowed }`.
        - Result, report and sentence name the file and line of an inherited bound, and messages the file that is wrong. Every file is an
          input of the result, which `gate verify` holds it to.
        - Files lie in the repository of the policy (without one, in its folder), on paths without links; with `git`, in a commit that
          is here, by a digest. At most 5 policies extend each other in a row, and 16 files make one policy. Paths of data, models and
          templates are relative to the policy that is run.
        - A policy that is only a part has keys missing; leave the schema's line out of it.


        """;

    public const string Writing = """
        ## Writing YAML

        - The file is UTF-8, one document, at most 1 MiB, nested at most 32 deep, with at most 1000 entries in a list.
        - Types are those of YAML 1.2's core schema: `true` and `false` are switches, `yes`, `no`, `on` and `off` are text. A column
          named like a number needs quotes: `label: "2024"`.
        - `data.positive`, `data.na_values` and class names keep their text exactly as written: `1.0` is not `1`.
        - Anchors (`&name`), aliases (`*name`) and merge keys (`<<: *name` or `<<: [*one, *two]`) work; keys that are written out win
          over merged ones, and earlier merged maps over later ones. Aliases may repeat at most 1000 values.
        - No key may be given twice. Tags other than those of the core schema (`!!str`, `!!int`, …) are errors.

        ## Overriding keys for one run

        `--set path=value` replaces or adds one key before the policy is checked. The value is YAML. Conditions are named by
        id or by position.

        ```sh
        gate run gate.yml --set model.threshold=0.4 --set conditions.four-fifths.min=0.75 --set 'data.sensitive=[sex, race]'
        gate run gate.yml --set 'conditions[0].max=0.2' --set baseline=null
        ```

        """;

    private const string Ids = """
        A condition without an id gets one from its metric, comparison, class, columns and whether it has a slice:
        `selection_rate_ratio-by-afam`, `recall-of-setosa-in-slice`; a second one of the same kind gets `-2`. What the bounds are held
        against, and when a condition is inconclusive or undefined, is told in the page on verdicts. A bound that the metric can never
        reach, such as 80 for a rate, is an error.


        """;

    /// <summary>What follows the table of a section.</summary>
    public static string After(string path, PolicyVocabulary vocabulary) => path switch
    {
        "conditions" => Ids,
        "model" => Unserved([.. ModelKeys.Unserved(vocabulary).Select(KeyTable.Code)]),
        _ => "",
    };

    private static string Unserved(string[] words) => words.Length == 0 ? ""
        : $"The words {string.Join(", ", words[..^1])} and {words[^1]} belong to the language too; this version of Gate\n"
            + "does not serve them yet and says so.\n\n";

    /// <summary>A rule between keys as a sentence.</summary>
    public static string Sentence(KeyRule rule)
    {
        string[] keys = [.. rule.Keys.Select(KeyTable.Code)];
        return rule.Kind switch
        {
            KeyRuleKind.ExactlyOne => $"Exactly one of {string.Join(" and ", keys)} is given.",
            KeyRuleKind.AtMostOne => $"{string.Join(" and ", keys)} exclude each other.",
            KeyRuleKind.AtLeastOne => $"At least one of {string.Join(" and ", keys)} is given.",
            _ => $"{keys[0]} has a meaning together with {keys[1]} only.",
        };
    }
}
