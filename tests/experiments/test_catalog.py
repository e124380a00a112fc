"""Every experiment of the catalog has its table, complete, under the settings that the code has today."""

import pytest

from optcourse.experiments import catalog, table


def test_every_experiment_has_a_committed_table_and_says_what_it_measures():
    for name, experiment in catalog.ALL.items():
        assert set(table.header(name)) == {"settings", "versions", "machine"}
        assert experiment.__doc__.splitlines()[0].endswith(".")
        assert len(next(iter(table.read(name).columns.values()))) > 0


def orphans(files: list[str]) -> list[str]:
    """The tables that no experiment of the catalog fills: NAME.csv is its own, NAME.more.csv another of NAME's."""
    return [file for file in files if file.split(".")[0] not in catalog.ALL]


def test_every_committed_table_is_one_that_an_experiment_of_the_catalog_fills():
    files = sorted(path.name for path in table.FOLDER.glob("*.csv"))
    assert len(files) >= len(catalog.ALL)
    assert orphans(files) == [], "list the experiment in optcourse/experiments/catalog.py, or delete its table"


def test_a_table_whose_experiment_is_in_no_catalog_is_found():
    name = next(iter(catalog.ALL))
    assert orphans([f"{name}.csv", f"{name}.more.csv", "ravine_steps.csv"]) == ["ravine_steps.csv"]


@pytest.mark.parametrize("name", catalog.ALL)
def test_every_committed_table_holds_every_job_under_the_settings_of_its_experiment(name, monkeypatch):
    monkeypatch.setenv(table.BLAS_THREADS, "1")
    fill = table.fill

    def kept(name, settings, jobs, measure):
        return fill(name, settings, jobs, lambda **job: pytest.fail(f"{name} lacks {job}"))

    monkeypatch.setattr(table, "fill", kept)
    catalog.ALL[name]()


TIMED = ["hessian_cost", "batch_time", "fisher_costs", "kfac_race", "softmax_costs", "network_race"]


@pytest.mark.parametrize("name", TIMED)
@pytest.mark.parametrize("threads", ["2", None])
def test_times_are_not_measured_while_threads_wait(name, threads, monkeypatch):
    monkeypatch.delenv(table.BLAS_THREADS, raising=False)
    if threads:
        monkeypatch.setenv(table.BLAS_THREADS, threads)
    with pytest.raises(RuntimeError, match=f"OPENBLAS_NUM_THREADS is {threads}: set it to 1"):
        catalog.ALL[name]()
