"""Eight metrics by two sensitive columns with Fairlearn's MetricFrame, on made-up rows in memory. Usage: frame.py ROWS [REPLICATES]

Prints the seconds that building the frame and reading `overall` and `by_group` take (columns are made before the clock starts).
With REPLICATES the frame bootstraps that many times (`n_boot`).
"""

import functools
import sys
import time

import numpy as np
import pandas as pd
from fairlearn.metrics import (
    MetricFrame,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_negative_rate,
    true_positive_rate,
)
from sklearn.metrics import accuracy_score, precision_score, recall_score

rows, replicates = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
random = np.random.default_rng(1)
sex = (random.random(rows) < 0.67).astype(int)
race = random.choice(5, rows, p=[0.1, 0.15, 0.2, 0.1, 0.45])
y_true = (random.random(rows) < 0.2 + 0.1 * sex).astype(int)
y_pred = (0.7 * random.random(rows) + 0.3 * y_true * random.random(rows) > 0.45).astype(int)
sensitive = pd.DataFrame({"sex": np.array(["Female", "Male"])[sex], "race": np.array(["A", "B", "C", "D", "E"])[race]})
metrics = {
    "accuracy": accuracy_score,
    "precision": functools.partial(precision_score, zero_division=0),
    "recall": functools.partial(recall_score, zero_division=0),
    "selection_rate": selection_rate,
    "true_positive_rate": true_positive_rate,
    "false_positive_rate": false_positive_rate,
    "true_negative_rate": true_negative_rate,
    "false_negative_rate": false_negative_rate,
}
bootstrap = {"n_boot": replicates, "ci_quantiles": [0.025, 0.975], "random_state": 0} if replicates else {}

start = time.perf_counter()
frame = MetricFrame(metrics=metrics, y_true=y_true, y_pred=y_pred, sensitive_features=sensitive, **bootstrap)
frame.overall, frame.by_group
print(time.perf_counter() - start)
