"""Committed tables: what is written comes back, an interrupted run goes on, and different settings never mix."""

import json

import numpy as np
import pytest

from optcourse.experiments import table

JOBS = [{"seed": seed, "rate": rate} for seed in (0, 1) for rate in (0.1, 1 / 3)]


def save(name, settings, columns, folder):
    """A table of these columns, written row by row."""
    rows = [dict(zip(columns, row)) for row in zip(*columns.values())]
    return table.fill(name, settings, rows, lambda **job: {}, folder)


class Interrupted(Exception):
    pass


def counting(measured, stop_after=None):
    def measure(seed, rate):
        if len(measured) == stop_after:
            raise Interrupted
        measured.append((seed, rate))
        return {"loss": seed + rate, "kind": "a saddle, of sorts", "steps": 10 * seed}

    return measure


def test_what_was_measured_is_read_back_column_by_column(tmp_path):
    settings = {"seeds": 2, "rates": [0.1, 1 / 3]}
    table.fill("t", settings, JOBS, counting([]), tmp_path)
    read_settings, columns = table.read("t", tmp_path)
    assert read_settings == settings
    assert list(columns) == ["seed", "rate", "loss", "kind", "steps"]
    np.testing.assert_array_equal(columns["steps"], [0, 0, 10, 10])
    assert columns["steps"].dtype.kind == "i" and columns["loss"].dtype.kind == "f"
    np.testing.assert_allclose(columns["loss"], [0.1, 1 / 3, 1.1, 4 / 3], rtol=1e-5)
    assert columns["kind"][0] == "a saddle, of sorts"


def test_infinities_and_nans_are_results_and_come_back(tmp_path):
    columns = save("t", {}, {"steps": [1.0, np.inf, np.nan]}, tmp_path).columns
    np.testing.assert_array_equal(columns["steps"], [1, np.inf, np.nan])


def test_values_are_rounded_so_that_round_off_does_not_change_the_file(tmp_path):
    for run, value in {"first": 1 / 3, "second": 1 / 3 + 1e-12}.items():
        table.fill(run, {}, [{"seed": 0}], lambda seed, value=value: {"x": value}, tmp_path)
    first, second = ((tmp_path / f"{run}.csv").read_text().splitlines() for run in ("first", "second"))
    assert first[1:] == second[1:]
    assert first[-1] == "0,0.333333"


def test_an_interrupted_run_goes_on_where_it_stopped_and_ends_in_the_same_file(tmp_path):
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir(), parts.mkdir()
    table.fill("t", {}, JOBS, counting([]), whole)
    first, second = [], []
    with pytest.raises(Interrupted):
        table.fill("t", {}, JOBS, counting(first, stop_after=2), parts)
    assert len(table.read("t", parts).columns["seed"]) == 2
    table.fill("t", {}, JOBS, counting(second), parts)
    assert len(first) == len(second) == 2
    assert (parts / "t.csv").read_bytes() == (whole / "t.csv").read_bytes()


def test_a_complete_table_is_not_measured_again(tmp_path):
    table.fill("t", {}, JOBS, counting([]), tmp_path)
    table.fill("t", {}, JOBS, counting([], stop_after=0), tmp_path)


def test_other_settings_refuse_to_mix_and_name_what_differs(tmp_path):
    table.fill("t", {"steps": 5, "seeds": 2}, JOBS, counting([]), tmp_path)
    before = (tmp_path / "t.csv").read_bytes()
    with pytest.raises(
        ValueError, match=r"t.csv was begun with settings {'steps': 5}, now they are {'steps': 6}: delete"
    ):
        table.fill("t", {"steps": 6, "seeds": 2}, JOBS, counting([]), tmp_path)
    assert (tmp_path / "t.csv").read_bytes() == before


@pytest.mark.parametrize("now", [{"steps": 5}, {"steps": 5, "seeds": 2, "noise": 0.1}], ids=["gone", "new"])
def test_a_setting_that_is_gone_or_new_keeps_rows_from_mixing_too(tmp_path, now):
    table.fill("t", {"steps": 5, "seeds": 2}, JOBS, counting([]), tmp_path)
    with pytest.raises(ValueError, match=r"begun with settings .*(2|None)}, now they are .*(None|0.1)}: delete"):
        table.fill("t", now, JOBS, counting([]), tmp_path)


def test_rows_of_two_machines_refuse_to_mix_but_a_complete_table_may_be_from_anywhere(tmp_path, monkeypatch):
    table.fill("t", {}, JOBS[:2], counting([]), tmp_path)
    monkeypatch.setattr(table, "machine", lambda: {"processor": "another", "cores": 64, "system": "Linux"})
    table.fill("t", {}, JOBS[:2], counting([], stop_after=0), tmp_path)
    with pytest.raises(ValueError, match=r"begun with machine .* now they are .*another"):
        table.fill("t", {}, JOBS, counting([]), tmp_path)


def test_rows_timed_with_other_threads_refuse_to_mix(tmp_path, monkeypatch):
    monkeypatch.setenv(table.BLAS_THREADS, "1")
    table.fill("t", {}, [{"x": 1}], lambda x: {"y": x}, tmp_path)
    monkeypatch.setenv(table.BLAS_THREADS, "2")
    with pytest.raises(ValueError, match=r"begun with machine \{'blas_threads': '1'\}, now they are .*'2'"):
        table.fill("t", {}, [{"x": 1}, {"x": 2}], lambda x: {"y": x}, tmp_path)


def test_the_header_holds_settings_versions_and_machine_but_no_name_and_no_path(tmp_path):
    save("t", {"seeds": 2}, {"x": [1]}, tmp_path)
    header = table.header("t", tmp_path)
    assert header["settings"] == {"seeds": 2}
    assert {"python", "jax"} <= set(header["versions"])
    assert set(header["machine"]) == {"processor", "cores", "system", "cores_allowed", "blas_threads"}
    assert header["machine"]["processor"] and header["machine"]["cores"] >= header["machine"]["cores_allowed"] >= 1
    assert str(tmp_path) not in json.dumps(header)


def test_writing_replaces_the_file_whole_or_leaves_it(tmp_path, monkeypatch):
    save("t", {}, {"x": [1]}, tmp_path)

    def no_space(path, text, **options):
        open(path, "w").close()
        raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(table.Path, "write_text", no_space)
        with pytest.raises(OSError, match="no space"):
            save("t", {}, {"x": [2]}, tmp_path)
    assert table.read("t", tmp_path).columns["x"].tolist() == [1]
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_an_absent_table_names_the_command_that_writes_it(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere.csv is absent: run `optcourse experiment nowhere`"):
        table.read("nowhere", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"nowhere.points.csv is absent: run `optcourse experiment nowhere`"):
        table.read("nowhere.points", tmp_path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("# settings", "# sittings"),
        lambda text: text.replace('{"seeds"', '{"seeds'),
        lambda text: text[: text.rindex(",")] + "\n",
        lambda text: text + "1,2,3\n",
    ],
)
def test_a_damaged_table_says_so(tmp_path, damage):
    save("t", {"seeds": 2}, {"x": [1, 2], "y": [3, 4]}, tmp_path)
    path = tmp_path / "t.csv"
    path.write_text(damage(path.read_text()))
    with pytest.raises(ValueError, match=r"t.csv is damaged: delete the file, then run `optcourse experiment t`"):
        table.read("t", tmp_path)


def test_rows_are_found_by_their_values_as_the_file_rounds_them(tmp_path):
    found = table.fill("t", {}, JOBS, counting([]), tmp_path).where(rate=1 / 3, kind="a saddle, of sorts")
    np.testing.assert_array_equal(found.columns["seed"], [0, 1])
    assert found.where(seed=1.0).columns["steps"].tolist() == [10]  # a float finds a whole number


def test_a_row_that_is_not_there_is_asked_for_with_the_choices(tmp_path):
    found = table.fill("t", {}, JOBS, counting([]), tmp_path)
    with pytest.raises(ValueError) as error:
        found.where(seed=2, rate=0.1)
    assert str(error.value) == "no row has seed = 2, rate = 0.1: choose from {'seed': [0, 1], 'rate': [0.1, 0.333333]}"


def test_rows_are_parted_by_a_column_in_the_order_of_the_file(tmp_path):
    columns = {"method": ["sgd", "adam", "sgd"], "loss": [3.0, 1.0, 2.0]}
    parts = save("t", {"seeds": 2}, columns, tmp_path).by("method")
    assert list(parts) == ["sgd", "adam"]
    np.testing.assert_array_equal(parts["sgd"].columns["loss"], [3, 2])
    assert parts["adam"].settings == {"seeds": 2} and parts["adam"].columns["method"].tolist() == ["adam"]


def test_rows_are_parted_by_two_columns_at_once(tmp_path):
    columns = {"method": ["sgd", "adam", "sgd", "sgd"], "rate": [0.1, 0.1, 0.2, 0.1], "loss": [3.0, 1.0, 2.0, 5.0]}
    parts = save("t", {}, columns, tmp_path).by("method", "rate")
    losses = {key: rows.columns["loss"].tolist() for key, rows in parts.items()}
    assert losses == {("sgd", 0.1): [3, 5], ("adam", 0.1): [1], ("sgd", 0.2): [2]}


def test_numbers_are_found_by_the_values_of_one_column_or_of_several(tmp_path):
    columns = {"method": ["a", "b", "a"], "rate": [0.1, 0.1, 0.2], "loss": ["1 2", "3 4.5", "5 6"]}
    kept = save("t", {"seeds": 2}, columns, tmp_path)
    by_both = {key: row.tolist() for key, row in kept.numbers("loss", "method", "rate").items()}
    assert by_both == {("a", 0.1): [1, 2], ("b", 0.1): [3, 4.5], ("a", 0.2): [5, 6]}
    assert list(kept.where(method="a").numbers("loss", "rate")) == [0.1, 0.2]


def test_a_grid_has_a_job_for_each_combination_the_last_name_changing_fastest():
    assert table.grid(seed=(0, 1), rate=(0.1, 1 / 3)) == JOBS


def test_several_numbers_fit_into_one_cell(tmp_path):
    rows = [np.array([35.0, np.inf, 1 / 3]), [1, 2.5, np.nan]]
    cells = [table.join_numbers(row) for row in rows]
    assert cells == ["35 inf 0.3333", "1 2.5 nan"] and table.join_numbers([1 / 3], digits=2) == "0.33"
    read = save("t", {}, {"updates": cells}, tmp_path).columns["updates"]
    np.testing.assert_allclose(table.parse_numbers(read), rows, rtol=1e-3)
