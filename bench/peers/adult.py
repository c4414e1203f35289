"""The work of examples/adult in Python: scikit-learn and Fairlearn, for a comparison side by side.

Usage: adult.py adult.csv OUT.html [REPLICATES]
Does what `gate run` does there: reads the file, one-hot encodes, trains the same decision tree, measures the same metrics
overall, by sex, by race and by both with bootstrap intervals, permutation importance with 5 repeats, and writes an HTML page.
REPLICATES is the number of bootstrap replicates; 0 (the default) leaves intervals out, which Gate never does.
"""

import functools
import sys

import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    demographic_parity_ratio,
    equalized_odds_difference,
    equalized_odds_ratio,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_negative_rate,
    true_positive_rate,
)
from sklearn.compose import make_column_transformer
from sklearn.inspection import permutation_importance
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    brier_score_loss,
    confusion_matrix,
    f1_score,
    log_loss,
    precision_recall_curve,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
from sklearn.tree import DecisionTreeClassifier

REPLICATES = int(sys.argv[3]) if len(sys.argv) > 3 else 0
BOOTSTRAP = {"n_boot": REPLICATES, "ci_quantiles": [0.025, 0.975], "random_state": 0} if REPLICATES else {}

frame = pd.read_csv(sys.argv[1])
y = (frame.pop("income") == ">50K").astype(int)
split = frame.pop("split")
sensitive = frame[["sex", "race"]]
x = frame.drop(columns=["sex", "race", "fnlwgt"])
text = list(x.select_dtypes("object").columns)
train, test = split == "train", split == "test"

model = make_pipeline(
    make_column_transformer((OneHotEncoder(handle_unknown="ignore", sparse=False), text), remainder="passthrough"),
    DecisionTreeClassifier(max_depth=4, min_samples_leaf=10, random_state=0),
)
model.fit(x[train], y[train])
score = model.predict_proba(x[test])[:, 1]
pred = (score >= 0.5).astype(int)
truth, groups = y[test], sensitive[test]

LABEL_METRICS = {
    "accuracy": accuracy_score,
    "balanced_accuracy": balanced_accuracy_score,
    "precision": functools.partial(precision_score, zero_division=0),
    "recall": functools.partial(recall_score, zero_division=0),
    "f1": functools.partial(f1_score, zero_division=0),
    "selection_rate": selection_rate,
    "true_positive_rate": true_positive_rate,
    "false_positive_rate": false_positive_rate,
    "true_negative_rate": true_negative_rate,
    "false_negative_rate": false_negative_rate,
}


def one_class(metric):
    """roc_auc and friends raise on a group with one class; a script has to guard that itself."""

    def guarded(y_true, y_score):
        return metric(y_true, y_score) if len(set(y_true)) == 2 else float("nan")

    return guarded


SCORE_METRICS = {
    "roc_auc": one_class(roc_auc_score),
    "average_precision": one_class(average_precision_score),
    "log_loss": one_class(log_loss),
    "brier_score_loss": one_class(brier_score_loss),
}

parts = [f"<h1>Adult</h1><pre>{confusion_matrix(truth, pred)}</pre>"]
for columns in (["sex"], ["race"], ["sex", "race"]):
    for metrics, values in ((LABEL_METRICS, pred), (SCORE_METRICS, score)):
        mf = MetricFrame(
            metrics=metrics, y_true=truth, y_pred=values, sensitive_features=groups[columns],
            **BOOTSTRAP,
        )
        parts += [mf.by_group.to_html(), mf.difference(errors="coerce").to_frame().to_html(), mf.ratio(errors="coerce").to_frame().to_html()]
        if REPLICATES:
            parts += [ci.to_html() for ci in mf.by_group_ci]
            parts += [ci.to_frame().to_html() for ci in mf.difference_ci()]
    named = (demographic_parity_difference, demographic_parity_ratio, equalized_odds_difference, equalized_odds_ratio)
    parts += [f"<p>{m.__name__}: {m(truth, pred, sensitive_features=groups[columns])}</p>" for m in named]

parts.append(f"<pre>{roc_curve(truth, score)}\n{precision_recall_curve(truth, score)}</pre>")
importance = permutation_importance(model, x[test], truth, scoring="roc_auc", n_repeats=5, random_state=0)
parts.append(pd.DataFrame({"mean": importance.importances_mean, "std": importance.importances_std}, index=x.columns).to_html())
with open(sys.argv[2], "w", encoding="utf-8") as page:
    page.write("\n".join(parts))
print(f"accuracy {accuracy_score(truth, pred):.5f}, roc_auc {roc_auc_score(truth, score):.5f}")
