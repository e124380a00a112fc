"""What every test shares: runtime shape checks on the package, float64 where a test asks for it, and claims.

A test that settles a row of the claims ledger is marked @pytest.mark.claim("G7"), or @pytest.mark.claim("G7", "does not
hold"). With --claims=check or --claims=table the run compares the ledger with what these tests did, by `verdicts`, and
fails where they differ; a test that was skipped, or is expected to fail, settles nothing.
"""

import gc
import os
import shutil
from pathlib import Path

import compilation

ROOT = Path(__file__).resolve().parents[1]
# The suite keeps so much that collecting garbage as often as usual takes a tenth of its time.
gc.set_threshold(200_000, 50, 50)
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads wait by spinning, on the cores of the other process
compilation.share_compiled_programs(ROOT)
compilation.hurry()

import shape_checks  # noqa: E402

shape_checks.install("optcourse", "exercises")

import jax  # noqa: E402
import pytest  # noqa: E402
import schedule  # noqa: E402
from jaxtyping import config as jaxtyping_config  # noqa: E402

import verdicts  # noqa: E402
from optcourse.lessons import claims  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def context_of_this_file():
    """What JAX has kept for one file of tests, it does not keep for the next."""
    compilation.start_context()


@pytest.fixture
def unchecked():
    """As outside of pytest: the annotations are not looked at, and the package speaks for itself."""
    jaxtyping_config.update("jaxtyping_disable", True)
    yield
    jaxtyping_config.update("jaxtyping_disable", False)


@pytest.fixture
def float64():
    """Exact identities are checked in double precision."""
    with jax.enable_x64(True):
        yield


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return schedule.LongestFirst(config, log) if config.getoption("dist") == "loadfile" else None


# The claims ledger


def pytest_addoption(parser):
    choices = ["check", "table"]
    parser.addoption("--claims", choices=choices, help="hold the claims ledger against the tests; print it as a table")


def pytest_configure(config):
    if config.getoption("claims") and not hasattr(config, "workerinput"):  # of several processes, the one that counts
        try:
            ledger = claims.read()
        except ValueError as error:
            raise pytest.UsageError(str(error)) from error
        config.pluginmanager.register(ClaimsCheck(ledger, config.rootpath / "notebooks", config.getoption("claims")))


def pytest_collection_modifyitems(items):
    """The files that take longest first; and what a test is marked with into its reports, which travel with them."""
    items.sort(key=lambda item: schedule.rank(item.nodeid))
    for item in items:
        for mark in item.iter_markers("claim"):
            if len(mark.args) not in (1, 2) or mark.kwargs:
                raise pytest.UsageError(f'{item.nodeid}: write claim("G7") or claim("G7", "does not hold")')
            row, asserted = (*mark.args, "holds")[:2]
            item.user_properties.append(("claim", [str(row), str(asserted)]))


class ClaimsCheck:
    """Gathers what became of the marked tests, and fails the run where the ledger says otherwise."""

    def __init__(self, ledger: claims.Ledger, notebooks: Path, wanted: str):
        self.ledger, self.notebooks, self.wanted = ledger, notebooks, wanted
        self.results, self.faults = {}, None

    def pytest_runtest_logreport(self, report):
        result = "expected to fail" if hasattr(report, "wasxfail") else report.outcome
        if report.when == "call" or result != "passed":  # setting up and taking down count when they fail
            for row, asserted in [value for name, value in report.user_properties if name == "claim"]:
                self.results[row, asserted, report.nodeid] = result

    def outcomes(self):
        return [verdicts.Outcome(*key, result) for key, result in self.results.items()]

    def pytest_sessionfinish(self, session):
        if session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):
            self.faults = verdicts.faults(self.ledger, self.outcomes(), verdicts.written_lessons(self.notebooks))
            session.exitstatus = pytest.ExitCode.TESTS_FAILED if self.faults else session.exitstatus

    def pytest_terminal_summary(self, terminalreporter):
        if self.faults is None:  # the run was cut short
            return
        terminalreporter.section("claims")
        if self.wanted == "table":
            width = shutil.get_terminal_size().columns
            terminalreporter.write_line(verdicts.table(self.ledger, self.outcomes(), width))
        for fault in self.faults:
            terminalreporter.write_line(f"FAULT {fault}", red=True)
        terminalreporter.write_line(f"{verdicts.summary(self.ledger)}. Faults: {len(self.faults)}.")
