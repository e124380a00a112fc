"""The benchmarks can be loaded, and count rightly; what they measure is no test's business."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("benchmark_of_the_explorer", BENCHMARKS / "explorer.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_move_is_answered_by_the_first_picture_after_it(bench):
    assert bench.waits([10, 100], [5, 30, 40, 170]).tolist() == [20, 70]


def test_pictures_count_from_the_first_move_to_the_last(bench):
    assert bench.rate([1000, 1500, 3000], [900, 1000, 1400, 2999, 3001]) == 1.5


def test_the_hand_sweeps_to_and_fro(bench):
    shares = [bench.sweep(bench.SWEEP * turns) for turns in (0, 0.5, 1, 1.5, 2, 3)]
    assert np.allclose(shares, [0.1, 0.5, 0.9, 0.5, 0.1, 0.9])


def test_a_ratio_above_one_is_in_our_favor(bench):
    assert bench.ratio("lag after the last move (ms)", 100, 20) == 5
    assert bench.ratio(bench.LARGER_IS_BETTER, 2, 10) == 5


def test_the_table_has_the_median_of_each_round_s_ratio_beside_the_medians(bench):
    live = [10, 40, 20]  # one round was slow for everyone: 10, 10 and 20 times as long
    rounds = [
        {"interact": {"ms": theirs}, "live": {"ms": ours}, "baked": {"ms": 5}}
        for theirs, ours in zip([100, 400, 400], live)
    ]
    assert bench.summary(rounds) == [
        ["", "interact", "live", "ratio", "baked", "ratio"],
        ["ms", "400.0", "20.0", "10.0x", "5.0", "80.0x"],
    ]


def test_the_table_is_aligned(bench):
    assert bench.aligned([["", "ours"], ["a long name", "1"], ["b", "12345"]]).splitlines() == [
        "              ours",
        "a long name      1",
        "b            12345",
    ]


def test_what_the_benchmark_takes_from_the_browser_tests_is_there(bench):
    tests = bench.browser_tests()
    assert all(
        hasattr(tests, name) for name in ["Lab", "Notebook", "chromium", "sync_playwright", "ARGUMENTS", "NAMES"]
    )


def test_without_chromium_a_sentence_says_what_to_do(bench, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.argv", ["explorer.py"])
    with pytest.raises(SystemExit, match="put one of chromium, chromium-browser, "):
        bench.main()
