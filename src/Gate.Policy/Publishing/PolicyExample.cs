namespace Gate.Policy.Publishing;

/// <summary>The policy that the reference page opens with. A test reads it.</summary>
internal static class PolicyExample
{
    public const string Text = """
        # yaml-language-server: $schema=policy-1.json
        version: 1
        name: mortgage
        task: binary_classification

        data:
          source: hmda.csv
          split: { test: 0.3, seed: 7, stratify: [deny, afam] }
          label: deny
          positive: "no"                  # the favourable outcome
          sensitive: [afam]               # columns whose groups are compared

        model:
          train: { algorithm: logistic_regression }

        conditions:
          - metric: roc_auc
            min: 0.80
          - id: four-fifths
            metric: selection_rate
            by: afam
            compare: ratio
            min: 0.8
            why: "Four-fifths rule, 29 CFR 1607.4(D)"
          - metric: equalized_odds_difference
            by: afam
            max: 0.10

        waivers:
          - condition: four-fifths
            owner: "@risk-team"
            reason: the new labels arrive in January
            expires: 2027-01-31

        """;
}
