# The course's commands. Each sets up what it needs: on a bare machine with Python, `make lab` is enough.
# Works with GNU make 3.81 (macOS) and newer; the recipes are POSIX sh.

PYTHON ?=
LAB ?=
UV ?= uv

# The tests, every cell of every lesson, and the claims ledger held against them.
# A student's homework fails by design: the tests of homework try it.
TESTED := tests notebooks --ignore=notebooks/homework --nbval-lax --nbval-cell-timeout=120 --claims=check
SCRIPTS := $(wildcard tests/explorers/*.test.mjs)

# What most changes can break, without a kernel or a browser: mathematics, optimizers, and the machinery.
ENGINE := controls marks page questions
HANDED_OUT := answers check files restore
QUICK := $(filter-out $(patsubst %,tests/test_%.py,benchmarks command_line setup skeletons),$(wildcard tests/test_*.py)) \
    tests/optimizers $(filter-out %/test_writer.py,$(wildcard tests/lessons/test_*.py)) \
    tests/figures/test_style.py $(wildcard tests/experiments/test_*.py) \
    $(ENGINE:%=tests/explorers/test_%.py) $(HANDED_OUT:%=tests/homework/test_%.py)

# rounds.py and hand.py are what the others share; the third is a process that a benchmark starts.
SHARED := $(patsubst %,benchmarks/%.py,rounds hand neural_tangents_process)
BENCHMARKS := $(filter-out $(SHARED),$(sort $(wildcard benchmarks/*.py)))

# The oldest Python is the one for which all the oldest packages were built. Left out of their tests is what takes long
# and calls nothing new, and what asks about our files alone. What was deprecated since is no fault.
OLDEST := $(or $(PYTHON),python3.11)
FLOORS := .venv-floors
LEFT_OUT := notebooks/homework tests/browser tests/claims tests/experiments \
    $(patsubst %,tests/homework/test_%.py,exercises wheel) \
    $(patsubst %,tests/test_%.py,architecture benchmarks repository setup skeletons)
WITH_FLOORS := notebooks tests $(LEFT_OUT:%=--ignore=%) --nbval-lax --nbval-cell-timeout=240 \
    -W ignore::DeprecationWarning

BIN := .venv/bin
READY := .venv/ready
SETTINGS := $(wildcard .jupyter/*/*.json)
CANDIDATES := $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python)

.PHONY: help lab test quick lint claims notebooks bench lock floors clean

help:
	@echo 'make lab         open the course in JupyterLab'
	@echo 'make test        check the style, then run every test'
	@echo 'make quick       check the style, the mathematics, the optimizers and the machinery'
	@echo 'make lint        check the style only'
	@echo 'make claims      run the tests of every claim, and print what became of it'
	@echo 'make notebooks   run every lesson and write it in its canonical form'
	@echo 'make bench       measure ours beside its peers'
	@echo 'make lock        resolve requirements.lock again from pyproject.toml (needs uv)'
	@echo 'make floors      test the oldest versions that pyproject.toml allows, in an environment of their own'
	@echo 'make clean       delete the environments and the caches'
	@echo
	@echo 'Each sets up .venv first. To choose the Python:  make lab PYTHON=/path/to/python3.12'
	@echo 'To pass options to JupyterLab:                   make lab LAB="--ip=0.0.0.0 --port=9000"'

lab: $(READY)
	@$(BIN)/python -m optcourse lab $(LAB)

test: lint
	@if test -z '$(SCRIPTS)'; then :; elif node --test --version >/dev/null 2>&1; then \
	    echo 'Testing the JavaScript (seconds).'; node --test $(SCRIPTS); \
	else echo 'Leaving out the tests of the JavaScript: they need node 18 or newer.'; fi
	@echo 'Testing the Python and the lessons (about 20 minutes on two cores).'
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTED)

quick: lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile -p no:nbval -q $(QUICK)

lint: $(READY)
	@echo 'Checking the style (seconds).'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

claims: $(READY)
	@$(BIN)/python -m optcourse claims

notebooks: $(READY)
	@$(BIN)/python -m optcourse notebooks

bench: $(READY)
	@failed=; for benchmark in $(BENCHMARKS); do $(BIN)/python "$$benchmark" || failed="$$failed $$benchmark"; done; \
	test -z "$$failed" || { echo "Without a result:$$failed" >&2; exit 1; }

lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 1; }
	@$(UV) pip compile pyproject.toml --extra test --group setup --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock
	@echo 'requirements.lock is written: try it with make test, then commit it.'

floors:
	@"$(OLDEST)" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || \
	    { echo 'make floors needs Python 3.11, the oldest: name one: make floors PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'Installing the oldest versions that pyproject.toml allows in $(FLOORS) (one to five minutes).'
	@"$(OLDEST)" -m venv --clear $(FLOORS)
	@sed -n 's/^ *"\([a-z-]*\) >=\([0-9.]*\)",$$/\1==\2/p' pyproject.toml > $(FLOORS)/floors.txt
	@$(FLOORS)/bin/python -m pip install -qq --only-binary :all: -c $(FLOORS)/floors.txt -e '.[test]'
	@echo 'Testing with them (about half an hour on a busy machine, less on a quiet one).'
	@$(FLOORS)/bin/python -m pytest -n 2 --dist loadfile $(WITH_FLOORS)

clean:
	@rm -rf .venv $(FLOORS) .venv-neural-tangents .compiled .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo 'The environments and the caches are gone; make lab sets up again.'

# --- The environment: set up again when its list of packages, its Python, or the place of this folder has changed.

ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

$(BIN)/python: ;

$(READY): requirements.lock pyproject.toml create_environment.py $(SETTINGS) $(BIN)/python
	@for python in $(CANDIDATES); do \
	    version=`"$$python" -c 'import platform; print(platform.python_version())' 2>/dev/null` || continue; \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Setting up with Python $$version."; "$$python" create_environment.py; exit; \
	    fi; \
	    found="$${found:+$$found, }$$version ($$python)"; \
	done; \
	echo "The course needs Python 3.11 or newer; this machine has $${found:-none that runs}:" \
	    "install one from python.org, or name one: make lab PYTHON=/path/to/python3" >&2; exit 1
