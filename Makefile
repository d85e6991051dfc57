# `make demo` shows newsgraph at work, `make test` runs everything that must hold, `make bench` measures how fast it is.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test bench clean

demo: .venv/demo
	@$(BIN)/python data/demo.py

test: .venv/test
	@$(BIN)/ruff check graph tests data
	@$(BIN)/ruff format --check graph tests data
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

# Half an hour on an idle machine with two cores; BENCH=1000 (articles) is the quick one. Textacy is measured where it is
# installed beside the rest (pip install textacy).
BENCH ?= 1000 10000 100000
bench: .venv/test
	@$(BIN)/python -m pytest tests/bench --override-ini python_files='bench_*.py' --benchmark-columns min,median,rounds
	@$(BIN)/python -m tests.bench.ratios
	@$(BIN)/python -m tests.bench.view
	@$(BIN)/python -m tests.bench.scale build/bench $(BENCH)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsgraph needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv

# The lock holds every package of every extra with its hashes; the project itself comes without dependencies.
.venv/demo .venv/test: .venv/bin/python requirements.lock pyproject.toml
	@echo "Installing (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch .venv/demo .venv/test

clean:
	rm -rf .venv demo build dist
