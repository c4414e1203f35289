"""Margins of an XGBoost model over rows of floats in a file. Usage: ensemble.py MODEL ROWS FEATURES THREADS TIMES. Prints seconds.

The rows are in memory as one array before the clock starts; the predictor takes it as it is (inplace_predict)."""

import sys
import time

import numpy as np
import xgboost

model, rows, features, threads, times = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
booster = xgboost.Booster({"nthread": threads})
booster.load_model(model)
data = np.fromfile(rows, dtype=np.float32).reshape(-1, features)
seconds = []
for _ in range(times):
    start = time.perf_counter()
    margin = booster.inplace_predict(data, predict_type="margin")
    seconds.append(time.perf_counter() - start)
print("XGBoost", xgboost.__version__, "mean margin", float(np.mean(margin, dtype=np.float64)))
print(sorted(seconds)[len(seconds) // 2])
