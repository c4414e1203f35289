"""Reads a CSV file with pandas. Usage: read.py FILE"""

import sys
import time

import pandas as pd

started = time.perf_counter()
frame = pd.read_csv(sys.argv[1])
print(f"{time.perf_counter() - started:.3f} {len(frame)}")
