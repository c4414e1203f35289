"""SHAP values by the package shap of trees in a JSON file, over rows of doubles in a file.

Usage: shapvalues.py KIND TREES ROWS BACKGROUND FEATURES SAMPLES TIMES. KIND is path (Tree SHAP, path-dependent), interventional (with the
rows of BACKGROUND) or kernel (Kernel SHAP of the same trees, which shap's own C extension scores). Prints processor seconds, of one thread
as shap works, with the preparation of the model."""

import json
import os
import sys
import time

import numpy as np
import shap

kind, trees, rows, background, features, samples, times = sys.argv[1:4] + [sys.argv[4]] + [int(text) for text in sys.argv[5:8]]
with open(trees) as file:
    given = json.load(file)


def ensemble():
    names = ["children_left", "children_right", "children_default", "features"]
    return {"trees": [{**{name: np.array(tree[name], dtype=np.int32) for name in names}, "thresholds": np.array(tree["thresholds"]),
                       "values": np.array(tree["values"]).reshape(-1, 1), "node_sample_weight": np.array(tree["weights"])}
                      for tree in given["trees"]], "base_offset": given["base"]}


def matrix(path):
    return np.fromfile(path, dtype=np.float64).reshape(-1, features)


data, behind = matrix(rows), matrix(background)


def explain():
    if kind == "path":
        return shap.TreeExplainer(ensemble(), feature_perturbation="tree_path_dependent").shap_values(data, check_additivity=False)
    if kind == "interventional":
        return shap.TreeExplainer(ensemble(), behind, feature_perturbation="interventional").shap_values(data, check_additivity=False)
    model = shap.TreeExplainer(ensemble(), feature_perturbation="tree_path_dependent").model
    return shap.KernelExplainer(model.predict, behind).shap_values(data, nsamples=samples, l1_reg=False, silent=True)


processor = []
for _ in range(times):
    # The C extension draws a progress bar on standard error.
    kept, quiet = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    used = time.process_time()
    values = np.asarray(explain())
    processor.append(time.process_time() - used)
    os.dup2(kept, 2)
print("shap", shap.__version__, "numpy", np.__version__, "mean |SHAP| in all", float(np.abs(values).sum() / len(data)))
print(sorted(processor)[len(processor) // 2])
