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
seconds, processor = [], []
for _ in range(times):
    start, used = time.perf_counter(), time.process_time()
    margin = booster.inplace_predict(data, predict_type="margin")
    seconds.append(time.perf_counter() - start)
    processor.append(time.process_time() - used)
print("XGBoost", xgboost.__version__, "processor", round(sorted(processor)[len(processor) // 2], 3), "s, mean margin", float(np.mean(margin, dtype=np.float64)))
print(sorted(seconds)[len(seconds) // 2])
