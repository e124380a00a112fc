"""Compiled modules, run by the node that playwright brings along: all of them in one process."""

import json
import subprocess
from pathlib import Path

import numpy as np
from playwright._impl._driver import compute_driver_executable

RUNNER = """
import { readFileSync } from "node:fs";
const revive = (x) => (Array.isArray(x) ? x.map(revive) : typeof x === "string" ? Number(x) : x);
const plain = (x) => {
  if (typeof x === "object") return Array.from(x, plain);
  return typeof x === "number" && !Number.isFinite(x) ? String(x) : Number(x);
};
const jobs = JSON.parse(readFileSync("jobs.json"));
const results = [];
for (const [file, settings] of jobs) {
  try {
    const { compute } = await import(file);
    results.push(settings.map((values) => compute(...revive(values)).map(plain)));
  } catch (error) {
    results.push(String(error.stack));
  }
}
process.stdout.write(JSON.stringify(results));
"""


def run(jobs, folder: Path) -> list:
    """The results of each module at each of its settings: jobs = [(text, [arguments, ...]), ...]."""
    results = attempt(jobs, folder)
    for error in results:
        if isinstance(error, Exception):
            raise error
    return results


def attempt(jobs, folder: Path) -> list:
    """As `run`, with a RuntimeError in the place of the results of a module that fails."""
    listed = []
    for n, (text, settings) in enumerate(jobs):
        (folder / f"m{n}.mjs").write_text(text)
        listed.append([f"./m{n}.mjs", [[_plain(x) for x in values] for values in settings]])
    (folder / "jobs.json").write_text(json.dumps(listed))
    (folder / "run.mjs").write_text(RUNNER)
    node = compute_driver_executable()[0]
    done = subprocess.run([node, "run.mjs"], cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return [_arrays(outs) for outs in json.loads(done.stdout)]


def _arrays(outs):
    if isinstance(outs, str):
        return RuntimeError(outs[-2000:])
    return [[np.array(x, dtype=float) for x in out] for out in outs]


def _plain(x):
    """Numbers as JSON has them; not-a-number and the infinities as words."""
    if np.ndim(x):
        return [_plain(each) for each in np.ravel(x)]
    x = float(x)
    return x if np.isfinite(x) else {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(x)]
