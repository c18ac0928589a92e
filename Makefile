# Two commands do all the set-up: `make demo` opens a sample meeting, `make test` runs everything that must hold.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROCESSES := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
IN_MEMORY := $(BIN)/python tests/support/memory.py
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Hundreds of tests start a program: each would translate all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test soak bench accessibility format clean

demo: $(VENV)/ready-to-run
	@$(BIN)/boardtui demo

test: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(IN_MEMORY) $(BIN)/pytest --numprocesses $(PROCESSES) --dist loadfile --no-loadscope-reorder -m "not soak and not alone"
	$(BIN)/pytest -m "alone and not soak" tests/faults

soak: $(VENV)/ready-to-test
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -m "soak or not soak"

bench: $(VENV)/ready-to-test
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/keystroke.py
	$(BIN)/python benchmarks/echo.py
	$(BIN)/python benchmarks/following.py
	$(BIN)/python benchmarks/looking_back.py
	$(BIN)/python benchmarks/writing.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/importing.py

# Needs a Chromium, and axe-core: npm install axe-core, or make accessibility AXE=/where/axe.min.js CHROMIUM=/where/chromium
accessibility: $(VENV)/ready-to-test
	$(BIN)/python tools/accessibility.py $(if $(CHROMIUM),--chromium '$(CHROMIUM)') $(if $(AXE),--axe '$(AXE)')

format: $(VENV)/ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-to-run: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(VENV)/ready-to-test: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/ready-to-run
