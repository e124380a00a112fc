"""A call of each compiled explorer: python benchmarks/compiled.py [--rounds 5] [--explorers a.b]

    kB      the compiled module, which every page of this explorer carries
    first   the first call of a fresh process, before the engine has optimized anything (ms)
    later   a call while a hand moves one control, the one that costs most (ms, a mean)

Medians over the rounds; a round is a process of node's. Times are the processor's: on a busy
machine a call waits much longer. A loop that does not depend on the control in the hand does not
run again, so that controls differ. Who takes more than 4 ms is named: with the painting, a slow
machine needs several times that for a frame.
"""

import argparse
import json
import subprocess
import sys
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from playwright._impl._driver import compute_driver_executable
from rounds import aligned, machine
from tqdm import tqdm

from optcourse.explorers import computed
from optcourse.explorers.controls import Choice, Point, Slider

ROUNDS, MOVES, LIMIT = 5, 60, 4.0  # processes; places of a control; ms
RUNNER = """
import { readFileSync } from "node:fs";
const measured = {};
const jobs = JSON.parse(readFileSync(0)); // what the process is given to read
const timed = (compute, settings) => {
  const start = process.cpuUsage();
  for (const values of settings) compute(...values);
  return process.cpuUsage(start).user / 1000 / settings.length;
};
for (const [name, { file, start, sweeps }] of Object.entries(jobs)) {
  const { compute } = await import(file);
  measured[name] = { first: timed(compute, [start]) };
  for (const [control, settings] of Object.entries(sweeps)) {
    timed(compute, settings); // the engine optimizes
    measured[name][control] = timed(compute, [...settings, ...settings]);
  }
}
console.log(JSON.stringify(measured));
"""


def explorers(names) -> dict:
    """{name: Explorer}; a name is module.function, as in computed.EXPLORERS."""
    found = {}
    for name in names:
        module, function = name.split(".")
        found[name] = getattr(import_module(f"optcourse.explorers.{module}"), function)()
    return found


def places(control: Slider | Choice | Point) -> list:
    """What `compute` takes while a hand moves this control from end to end: each time another."""
    shares = np.linspace(0, 1, MOVES)
    if isinstance(control, Point):
        left, top, right, bottom = control.box()
        pixels = zip(left + shares * (right - left), top + shares**2 * (bottom - top))
        return [control.value(pixel).tolist() for pixel in pixels]
    numbers = control.grid if isinstance(control, Slider) else range(len(control.options))
    passed = dict.fromkeys(numbers[round(share * (len(numbers) - 1))] for share in shares)
    return list(islice(cycle(passed), MOVES))


def job(explorer) -> dict:
    """For RUNNER: the module, the start, and for each control the settings of a hand's way."""
    controls = explorer.own_controls
    start = [np.asarray(value).tolist() for value in computed._start(controls).values()]
    sweeps = {
        control.name: [[*start[:i], value, *start[i + 1 :]] for value in places(control)]
        for i, control in enumerate(controls)
    }
    return {"file": str(path(explorer)), "start": start, "sweeps": sweeps}


def path(explorer) -> Path:
    return computed.COMPILED / f"{explorer.computation.name}.mjs"


def measure(jobs: dict) -> dict:
    """{explorer: {"first" or a control: ms}}, of one process."""
    node = compute_driver_executable()[0]
    command = [node, "--input-type=module", "-e", RUNNER]
    done = subprocess.run(command, input=json.dumps(jobs), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"node did not run a compiled explorer:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def summary(sizes: dict, measured: list[dict]) -> list[list[str]]:
    """The rows of the table: of each explorer the control that costs most."""
    rows = [["", "kB", "first", "later", "moves", ""]]
    for name, size in sizes.items():
        times = {
            key: np.median([each[name][key] for each in measured]) for key in measured[0][name]
        }
        first = times.pop("first")
        control = max(times, key=times.get)
        flag = f"over {LIMIT:g} ms" if times[control] > LIMIT else ""
        row = [name, f"{size / 1000:.0f}", f"{first:.1f}", f"{times[control]:.2f}", control, flag]
        rows.append(row)
    return rows


def asked(description: str, rounds: int) -> argparse.Namespace:
    """--rounds and --explorers, from the command line."""
    parser = argparse.ArgumentParser(description=description)
    words = f"how often each is measured (default: {rounds})"
    parser.add_argument("--rounds", type=int, default=rounds, help=words)
    words = "module.function,... (default: all of computed.EXPLORERS)"
    parser.add_argument("--explorers", default=",".join(computed.EXPLORERS), help=words)
    options = parser.parse_args()
    options.explorers = options.explorers.split(",")
    if options.rounds < 1:
        sys.exit(f"--rounds {options.rounds}: measure each at least once.")
    if unknown := set(options.explorers) - set(computed.EXPLORERS):
        known = ", ".join(computed.EXPLORERS)
        sys.exit(f"--explorers {', '.join(sorted(unknown))}: compiled are {known}.")
    return options


def main() -> None:
    options = asked("Time the calls of compiled explorers, under node.", ROUNDS)
    print("A call of each compiled explorer, under node.", flush=True)
    everyone = explorers(options.explorers)
    jobs = {name: job(explorer) for name, explorer in everyone.items()}
    sizes = {name: path(explorer).stat().st_size for name, explorer in everyone.items()}
    measured = [measure(jobs) for _ in tqdm(range(options.rounds), unit="round", leave=False)]
    print(aligned(summary(sizes, measured)))
    print(f"{options.rounds} rounds, {machine('jax')}.\n", flush=True)


if __name__ == "__main__":
    main()
