"""Contributions of an XGBoost model over rows of floats in a file. Usage: treeshap.py MODEL ROWS FEATURES THREADS TIMES. Prints seconds.

The rows are a DMatrix before the clock starts; pred_contribs is XGBoost's path-dependent Tree SHAP."""

import sys
import time

import numpy as np
import xgboost

model, rows, features, threads, times = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
booster = xgboost.Booster({"nthread": threads})
booster.load_model(model)
data = xgboost.DMatrix(np.fromfile(rows, dtype=np.float32).reshape(-1, features), nthread=threads, feature_names=booster.feature_names)
seconds, processor = [], []
for _ in range(times):
    start, used = time.perf_counter(), time.process_time()
    values = booster.predict(data, pred_contribs=True)
    seconds.append(time.perf_counter() - start)
    processor.append(time.process_time() - used)
mean = np.abs(values[:, :-1]).astype(np.float64).mean(axis=0)
print("XGBoost", xgboost.__version__, "processor", round(sorted(processor)[len(processor) // 2], 3), "s, mean |SHAP| in all", float(mean.sum()))
print(sorted(seconds)[len(seconds) // 2])
