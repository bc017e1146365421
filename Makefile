# Everything a newcomer types. It needs python3 (3.11 to 3.13), pip and make; the rest comes into .venv by hash.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PAIRS ?= 24
HOST ?= 127.0.0.1
PORT ?= 8000
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup run test test-browser bench lint format lock docs screenshots clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

setup: $(STAMP)  ## Install what is locked, and the project, into .venv

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v < (3, 14) else "python3 is %d.%d: Writer needs 3.11, 3.12 or 3.13: make PYTHON=python3.12 …" % v[:2])'
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@echo "Installing the locked packages into $(VENV) (about a minute the first time)"
	@$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup  ## Draft a batch of real pairs, print the summary, serve the desk until Ctrl-C
	@$(BIN)/writer batch --best $(PAIRS) || test $$? -eq 1
	@$(BIN)/writer serve --host $(HOST) --port $(PORT) || test $$? -eq 130

# Floors 1 to 7: what every figure of a page goes through.
PURE := errors.py quantities/* prose.py catalog/* facts/* sayings/* check/* drafts/* page/* briefing/* wording/*
COMMA := ,
EMPTY :=
PURE_FILES := $(subst $(EMPTY) $(EMPTY),$(COMMA),$(PURE:%=src/writer/%))

test: setup  ## Run every test that needs no browser, with the coverage gate
	$(BIN)/python -m pytest --cov --cov-report=
	@echo "Coverage of floors 1 to 7, at least 95 %:"
	@$(BIN)/coverage report --include='$(PURE_FILES)' --fail-under=95

test-browser: setup  ## Run the browser tests; they fail with the reason where no browser is found
	$(BIN)/python -m pytest -m browser --no-cov tests/browser

bench: setup  ## Run what is long: throughput, big queues, big catalogs
	$(BIN)/python -m pytest -m bench --no-cov -s

lint: setup  ## Style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## Let ruff set the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

UV := $(VENV)/bin/uv
COMPILE := $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --only-binary :all: --custom-compile-command "make lock" pyproject.toml

lock: setup  ## Choose versions anew and write both lock files
	$(PIP) install --quiet uv
	$(COMPILE) --upgrade -o requirements.lock
	$(COMPILE) --upgrade --all-extras -c requirements.lock -o requirements-dev.lock

docs: setup  ## Write docs/commands.md from the program's own help
	$(BIN)/python -m tests.integration.commands_page docs/commands.md

screenshots: setup  ## Make the README's pictures from the running program
	$(BIN)/python -m tests.browser.screenshots docs/images

clean:  ## Remove .venv and caches; drafts in writer-data stay
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
