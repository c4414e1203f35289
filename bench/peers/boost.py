"""What a script does in the place of `gate run`: Adult with XGBoost, metrics by sex and by race, permutation importance, a page.

Usage: boost.py adult.csv OUT.html THREADS
Reads the file, trains 100 trees of 31 leaves with categories as they are (`hist`), measures fourteen metrics overall, by sex and
by race with the difference and ratio of groups (as Fairlearn's MetricFrame does, which it need not have), the curves, and
permutation importance with 5 repeats, and writes an HTML page. No intervals, which Gate always computes.
"""

import functools
import sys

import numpy as np
import pandas as pd
import xgboost
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

threads = int(sys.argv[3])
frame = pd.read_csv(sys.argv[1])
y = (frame.pop("income") == ">50K").astype(int)
split = frame.pop("split")
sensitive = frame[["sex", "race"]]
x = frame.drop(columns=["sex", "race", "fnlwgt"])
for column in x.select_dtypes("object"):
    x[column] = x[column].astype("category")
train, test = split == "train", split == "test"

model = xgboost.XGBClassifier(
    n_estimators=100, max_leaves=31, max_depth=0, grow_policy="lossguide", learning_rate=0.1, tree_method="hist",
    enable_categorical=True, n_jobs=threads,
)
model.fit(x[train], y[train])
score = model.predict_proba(x[test])[:, 1]
pred = (score >= 0.5).astype(int)
truth, groups = y[test].to_numpy(), sensitive[test]


def rate(predicted, actual):
    """The share of positive predictions among rows of one class."""
    return lambda t, p: float(np.mean(p[t == actual] == predicted)) if np.any(t == actual) else float("nan")


def both(metric):
    """scikit-learn raises on a group with one class."""
    return lambda t, s: metric(t, s) if len(set(t)) == 2 else float("nan")


METRICS = {
    "accuracy": (accuracy_score, pred),
    "balanced_accuracy": (balanced_accuracy_score, pred),
    "precision": (functools.partial(precision_score, zero_division=0), pred),
    "recall": (functools.partial(recall_score, zero_division=0), pred),
    "f1": (functools.partial(f1_score, zero_division=0), pred),
    "selection_rate": (lambda t, p: float(np.mean(p)), pred),
    "true_positive_rate": (rate(1, 1), pred),
    "false_positive_rate": (rate(1, 0), pred),
    "true_negative_rate": (rate(0, 0), pred),
    "false_negative_rate": (rate(0, 1), pred),
    "roc_auc": (both(roc_auc_score), score),
    "average_precision": (both(average_precision_score), score),
    "log_loss": (both(log_loss), score),
    "brier_score_loss": (both(brier_score_loss), score),
}

parts = [f"<h1>Adult</h1><pre>{confusion_matrix(truth, pred)}</pre>"]
parts.append(pd.Series({name: metric(truth, said) for name, (metric, said) in METRICS.items()}).to_frame().to_html())
for column in ("sex", "race"):
    values = groups[column].to_numpy()
    table = pd.DataFrame({
        group: {name: metric(truth[values == group], said[values == group]) for name, (metric, said) in METRICS.items()}
        for group in sorted(set(values))
    }).T
    parts += [table.to_html(), (table.max() - table.min()).to_frame().to_html(), (table.min() / table.max()).to_frame().to_html()]
    rates = table[["true_positive_rate", "false_positive_rate"]]
    parts.append(f"<p>demographic parity {table['selection_rate'].min() / table['selection_rate'].max()}, "
                 f"equalized odds {(rates.max() - rates.min()).max()}</p>")

parts.append(f"<pre>{roc_curve(truth, score)}\n{precision_recall_curve(truth, score)}</pre>")
importance = permutation_importance(model, x[test], y[test], scoring="roc_auc", n_repeats=5, random_state=0)
parts.append(pd.DataFrame({"mean": importance.importances_mean, "std": importance.importances_std}, index=x.columns).to_html())
with open(sys.argv[2], "w", encoding="utf-8") as page:
    page.write("\n".join(parts))
print(f"XGBoost {xgboost.__version__}, roc_auc {roc_auc_score(truth, score):.4f}")
