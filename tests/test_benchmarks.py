"""The benchmarks can be loaded, and count rightly; what they measure is no test's business.

Where torch, curvlinops and cvxpy are installed, their answers are compared with ours too, on small problems.
"""

import contextlib
import importlib.util
import sys
from itertools import pairwise
from pathlib import Path

import jax.numpy as jnp
import numpy as np
import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def load():
    """name -> the module of that benchmark."""
    sys.path.insert(0, str(BENCHMARKS))
    yield importlib.import_module
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture
def bench(load):
    return load("explorer")


@pytest.fixture
def hand(load):
    return load("hand")


@pytest.fixture
def rounds(load):
    return load("rounds")


@pytest.fixture
def peer(rounds):
    """name -> that library; the test is skipped where it is not installed."""

    def find(name):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
        return rounds.peer(name)

    return find


def test_a_move_is_answered_by_the_first_picture_after_it(hand):
    assert hand.waits([10, 100], [5, 30, 40, 170]).tolist() == [20, 70]


def test_pictures_count_from_the_first_move_to_the_last(hand):
    assert hand.rate([1000, 1500, 3000], [900, 1000, 1400, 2999, 3001]) == 1.5


def test_the_hand_sweeps_to_and_fro(hand):
    shares = [hand.sweep(swings) for swings in (0, 0.5, 1, 1.5, 2, 3)]
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


def test_what_the_benchmark_takes_from_the_browser_tests_is_there(hand):
    tests = hand.browser_tests()
    assert all(
        hasattr(tests, name)
        for name in ["Lab", "running", "BY_COURSE", "Notebook", "chromium", "sync_playwright", "ARGUMENTS", "NAMES"]
    )


def test_without_chromium_a_sentence_says_what_to_do(bench, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.argv", ["explorer.py"])
    with pytest.raises(SystemExit, match="put one of chromium, chromium-browser, "):
        bench.main()


def test_a_drag_is_that_of_the_control_with_the_fewest_frames_in_a_slow_page(load):
    drags = load("drags")
    kinds = [(1, "frames"), (1, "p50"), (4, "frames"), (4, "p50")]
    numbers = lambda *values: dict(zip(kinds, values, strict=True))
    quick, slow = numbers(50, 10, 40, 20), numbers(60, 9, 30, 25)
    rounds = [{"quick": quick, "slow": slow}, {"quick": quick, "slow": numbers(58, 11, 32, 27)}]
    assert drags.row("a.b", rounds) == ["a.b", "slow", "59", "10", "31", "26"]


# --- Those without a browser


def test_a_compiled_call_is_that_of_the_control_that_costs_most_and_a_long_one_is_named(load):
    compiled = load("compiled")
    measured = [{"a.b": {"first": 30, "rate": slow, "start": 0.1}} for slow in (3.0, 5.0, 70.0)]
    assert compiled.summary({"a.b": 12_345}, measured)[1:] == [["a.b", "12", "30.0", "5.00", "rate", "over 4 ms"]]
    quick = [{"a.b": {"first": 30, "rate": 3.9}}]
    assert compiled.summary({"a.b": 12_345}, quick)[1][-1] == ""


def test_a_hand_that_moves_a_compiled_explorer_gives_it_another_setting_each_time(load):
    compiled = load("compiled")
    (explorer,) = compiled.explorers(["saddles.escape_time"]).values()
    job = compiled.job(explorer)
    assert all(len(settings) == compiled.MOVES for settings in job["sweeps"].values())
    for settings in job["sweeps"].values():
        assert all(one != other for one, other in pairwise(settings))
        assert all(len(each) == len(job["start"]) for each in settings)


def test_an_explorer_that_is_not_compiled_is_named(load, monkeypatch):
    monkeypatch.setattr("sys.argv", ["compiled.py", "--explorers", "saddles.escape_time,sadles.a"])
    with pytest.raises(SystemExit, match=r"--explorers sadles.a: compiled are .*saddles.escape_time"):
        load("compiled").asked("", 1)


def answers(contestants: dict) -> dict:
    return {name: call() for name, call in contestants.items()}


def test_answers_must_be_ours(rounds):
    ours = np.array([1.0, -2.0])
    rounds.agree({"ours": ours, "near": ours + 1e-4, "the first row": ours[:1]}, 1e-3)
    for wrong in (ours + 0.01, -ours, ours * np.nan):
        with pytest.raises(SystemExit, match=r"theirs differs from ours by .*: nothing was timed"):
            rounds.agree({"ours": ours, "theirs": wrong}, 1e-3)


def test_each_has_its_turn_in_each_round_and_the_first_one_changes(rounds, monkeypatch):
    called = []
    monkeypatch.setattr(rounds, "SHORTEST", 0)
    monkeypatch.setattr(rounds, "seconds", lambda call, times: call() or 2.0)
    contestants = {name: lambda name=name: called.append(name) for name in "abc"}
    measured = rounds.measure(contestants, 2, {"b": 10})
    assert "".join(called) == "abc" + "abc" + "bca"  # once to see how long each takes, then two rounds
    assert measured == [{"a": 2, "b": 20, "c": 2}] * 2


def test_the_seconds_are_those_of_one_call(rounds, monkeypatch):
    clock = iter([10.0, 12.0])
    monkeypatch.setattr(rounds.time, "perf_counter", lambda: next(clock))
    called = []
    assert rounds.seconds(lambda: called.append(1), 4) == 0.5 and len(called) == 4


def test_a_ratio_is_the_median_of_the_rounds_and_not_of_the_times(rounds):
    ours, theirs = [1, 4, 2], [10, 40, 40]  # as above: 10, 10 and 20 times as long
    measured = [{"ours": a / 1000, "theirs": b / 1000} for a, b in zip(ours, theirs)]
    assert rounds.summary(measured) == [
        ["", "ms", "ratio", "quartiles"],
        ["ours", "2", "", ""],
        ["theirs", "40", "10x", "10 to 15"],
    ]


def test_a_comparison_prints_its_table(rounds, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["adam_steps.py", "--rounds", "2"])
    rounds.compare("Twice the same", {"ours": lambda: np.ones(3), "theirs": lambda: np.ones(3)}, 1e-6, ["numpy"])
    title, header, ours, theirs, machine, _ = capsys.readouterr().out.split("\n")[:6]
    assert title.startswith("Twice the same") and header.split() == ["ms", "ratio", "quartiles"]
    assert ours.startswith("ours") and theirs.startswith("theirs") and "x" in theirs
    assert machine.startswith("2 rounds") and "numpy" in machine and "load" in machine


def test_no_rounds_are_too_few(rounds, monkeypatch):
    monkeypatch.setattr("sys.argv", ["adam_steps.py", "--rounds", "0"])
    with pytest.raises(SystemExit, match="--rounds 0: measure each at least once"):
        rounds.asked()


@pytest.mark.parametrize(
    "name", ["adam_steps", "many_starts", "full_hessian", "top_eigenvalues", "flooding_grid", "matrix_factorization"]
)
def test_without_its_peer_a_benchmark_ends_with_a_sentence_and_no_error(name, load, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [f"{name}.py"])
    monkeypatch.setitem(sys.modules, "torch", None)  # as if it were not installed
    with pytest.raises(SystemExit) as end:
        load(name).main()
    assert end.value.code is None
    assert f"Left out: {name}.py needs torch, which comes with" in capsys.readouterr().out


def test_our_adam_is_that_of_optax_in_a_loop_and_in_a_scan(load, rounds, float64, monkeypatch):
    """In float64: in float32 optax loses digits of 1 - 0.999^t, which ours keeps."""
    import optax

    bench = load("adam_steps")
    monkeypatch.setattr(bench, "START", jnp.asarray(bench.SURFACE.start, float))
    contestants = {"ours": bench.ours(20), **bench.with_optax(optax, 20)}
    rounds.agree(answers(contestants), 1e-9)


def test_our_sweep_over_starts_is_numpy_s_at_once_and_one_by_one(load, rounds):
    contestants = load("many_starts").contestants(None, n=30, some=4, steps=20)
    found = answers(contestants)
    assert [len(answer) for answer in found.values()] == [30, 30, 4]
    rounds.agree(found, 1e-5)


def test_our_sweep_over_weights_is_a_loop_s_and_numpy_s(load, rounds):
    found = answers(load("many_weights").contestants(n=20, some=4, steps=30))
    assert [len(answer) for answer in found.values()] == [20, 20, 20, 4]
    rounds.agree(found, 1e-5)


def flooded_trainings(load, torch=None) -> dict:
    """Three losses at five times of four trainings; level 1.5 is reached within these ten epochs."""
    return answers(load("flooding_grid").contestants(torch, (0.0, 0.03), (1.5, 0.0), some=3, epochs=10))


def test_our_sweep_over_the_flooding_grid_is_a_loop_s(load, rounds):
    found = flooded_trainings(load)
    assert [answer.shape for answer in found.values()] == [(4, 5, 3)] * 2
    rounds.agree(found, 1e-5)
    flooded, penalized, descended, _ = found["ours"][:, -1, 0]  # training losses at the end
    assert flooded > descended + 0.1 and abs(penalized - flooded) > 1e-3


@pytest.mark.parametrize("depth", [2, 3])
def test_our_descent_on_factors_arrives_where_a_loop_does(load, rounds, depth):
    found = answers(load("matrix_factorization").contestants(None, depth, residual=0.5))
    rounds.agree(found, 1e-5)


def test_without_cvxpy_its_benchmark_is_left_out(load, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["nuclear_norm.py"])
    monkeypatch.setitem(sys.modules, "cvxpy", None)  # as if it were not installed
    with pytest.raises(SystemExit) as end:
        load("nuclear_norm").main()
    assert end.value.code is None and "needs cvxpy, which comes with" in capsys.readouterr().out


PEER = """
import json, sys
from array import array
for line in sys.stdin:
    request = json.loads(line)
    if request == "kernels":
        sys.stdout.buffer.write(array("d", range(2 * n * n)).tobytes())
    elif request == "versions":
        sys.exit()
    else:
        n = len(request["x"])
        print("ready")
    sys.stdout.flush()
"""


@pytest.fixture
def tangent_kernels(load, tmp_path, monkeypatch):
    """That benchmark, and in place of neural-tangents a process whose kernels count from 0."""
    bench = load("tangent_kernels")
    (tmp_path / "neural_tangents_process.py").write_text(PEER)
    monkeypatch.setattr(bench, "HERE", tmp_path)
    return bench


def test_the_other_process_is_told_the_images_and_asked_for_kernels_each_time(tangent_kernels):
    with contextlib.closing(tangent_kernels.NeuralTangents(sys.executable)) as peer:
        found = tangent_kernels.contestants(peer, 3, (2, 2, 1), pooling=True)
        assert found["ours"]().shape == (2, 3, 3)
        for _ in range(2):
            assert found["neural-tangents"]().tolist() == np.arange(18.0).reshape(2, 3, 3).tolist()
        with pytest.raises(SystemExit, match="neural-tangents ended without an answer; see"):
            peer.ask("versions")
    assert peer.process.returncode == 0


def test_without_its_environment_the_other_process_is_left_out(tangent_kernels, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tangent_kernels, "PYTHON", tmp_path / "python")
    tangent_kernels.main()
    assert "benchmarks/README.md says how to make it" in capsys.readouterr().out


def test_a_cold_call_is_one_with_nothing_compiled(load, monkeypatch):
    bench, happened = load("flooding_grid"), []
    monkeypatch.setattr(bench.jax, "clear_caches", lambda: happened.append("clear"))
    monkeypatch.setattr(bench.rounds, "seconds", lambda call, times: call() or float(times))
    contestants = {name: lambda name=name: happened.append(name) for name in "ab"}
    assert bench.measure_cold(contestants, {"b": 7}) == [{"a": 1, "b": 7}] * bench.COLD_ROUNDS
    assert happened == ["clear", "a", "clear", "b"] * bench.COLD_ROUNDS


def test_our_hessian_is_that_of_jax(load, rounds):
    bench = load("full_hessian")
    loss, w, _ = bench.network((64, 2, 10), examples=20)
    rounds.agree(answers(bench.with_jax(loss, w)), 1e-5)


def test_the_fisher_matrix_is_its_product_and_two_ways_to_solve_give_one_direction(load, rounds):
    bench = load("fisher_matrices")
    bench.products_agree(outputs=3, hidden=2)
    ways = (bench.fisher.natural_direction, bench.fisher.dense_direction)
    found = answers(bench.solutions(3, 2, examples=20, ways=dict(zip("ab", ways))))
    assert [answer.shape for answer in found.values()] == [(139,)] * 2
    rounds.agree(found, bench.TOLERANCE)


def test_the_hessian_s_ratio_to_a_fisher_matrix_is_the_median_of_the_rounds(load):
    times = [(6, 2, 1), (60, 3, 10), (8, 4, 2)]  # of the Hessian, the exact matrix, and that of one label
    measured = [dict(zip(("hessian", "exact", "sampled"), (t / 1000 for t in turn))) for turn in times]
    found = load("fisher_matrices").row("2", measured)
    assert found == ["2", "8", "3", "2", "3x", "2.5 to 11.5", "6x", "5 to 6"]


def test_errors_of_eigenvalues_are_relative_and_the_largest_counts(load):
    exact = np.array([100.0, 1.0])
    found = load("top_eigenvalues").errors({"ours": lambda: exact, "theirs": lambda: exact * [1.001, 0.99]}, exact)
    assert found == "Largest error: ours 0.0e+00, theirs 1.0e-02."


def test_the_reference_is_our_eigenvalues_in_float64(load):
    bench = load("top_eigenvalues")
    loss, w, _ = bench.network((64, 2, 10), examples=20)
    exact = bench.reference(loss, w, 2)
    found = bench.ours(loss, w, 2)()
    np.testing.assert_allclose(found, exact, rtol=1e-5)
    assert np.any(found != exact)


def test_torch_takes_our_steps(load, rounds, peer):
    bench = load("adam_steps")
    contestants = {"ours": bench.ours(20), **bench.with_torch(peer("torch"), 20)}
    rounds.agree(answers(contestants), 1e-5)


def test_torch_ends_where_our_sweep_does(load, rounds, peer):
    contestants = load("many_starts").contestants(peer("torch"), n=30, some=4, steps=20)
    rounds.agree(answers(contestants), 1e-5)


def test_torch_at_once_and_one_by_one_floods_as_we_do(load, rounds, peer):
    found = flooded_trainings(load, peer("torch"))
    assert [len(answer) for answer in found.values()] == [4, 4, 4, 3]
    rounds.agree(found, 1e-5)


@pytest.mark.parametrize("depth", [2, 3])
def test_torch_descends_on_factors_as_we_do(load, rounds, peer, depth):
    found = answers(load("matrix_factorization").contestants(peer("torch"), depth, residual=0.5))
    assert len(found) == 4
    rounds.agree(found, 1e-5)


def test_scs_has_our_nuclear_norm(load, rounds, peer):
    bench = load("nuclear_norm")
    rng = np.random.default_rng(0)
    b = rng.normal(size=(10, 2)) @ rng.normal(size=(2, 8))
    mask = rng.random(b.shape) < 0.6
    found = answers({"ours": bench.ours(jnp.asarray(b), jnp.asarray(mask)), **bench.theirs(peer("cvxpy"), b, mask)})
    assert len(found) == 3
    rounds.agree(found, bench.TOLERANCE)


def test_torch_has_our_hessian(load, rounds, peer):
    bench = load("full_hessian")
    loss, w, digits = bench.network((64, 3, 2, 10), examples=20)
    rounds.agree(answers({**bench.with_jax(loss, w), **bench.with_torch(peer("torch"), w, digits)}), 1e-5)


def test_curvlinops_has_our_eigenvalues(load, rounds, peer):
    bench = load("top_eigenvalues")
    loss, w, digits = bench.network((64, 3, 10), examples=20)
    operator = bench.curvlinops_operator(peer("torch"), peer("curvlinops"), w, digits)
    rounds.agree(answers({"ours": bench.ours(loss, w, 3), "theirs": bench.theirs(operator, 3)}), 1e-5)
