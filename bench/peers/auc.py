"""Weighted ROC AUC overall and for ten groups with scikit-learn, on made-up rows in memory. Usage: auc.py ROWS. Prints seconds."""

import sys
import time

import numpy as np
from sklearn.metrics import roc_auc_score

rows = int(sys.argv[1])
random = np.random.default_rng(1)
group = random.integers(0, 2, rows) * 5 + random.choice(5, rows, p=[0.1, 0.15, 0.2, 0.1, 0.45])
y_true = (random.random(rows) < 0.25).astype(int)
score = 0.7 * random.random(rows) + 0.3 * y_true * random.random(rows)
weight = 0.5 + random.random(rows)

start = time.perf_counter()
values = [roc_auc_score(y_true, score, sample_weight=weight)]
for g in range(10):
    own = group == g
    values.append(roc_auc_score(y_true[own], score[own], sample_weight=weight[own]))
print(time.perf_counter() - start)
