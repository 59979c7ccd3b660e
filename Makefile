# Palabre, in two commands: `make run` and `make test`. Needs Python 3.11 or later with venv, and make.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
TESTS ?= tests
# Where Chromium is driven (tests/architecture holds this list to the files): nothing else is read for that run.
# Three files at a time on two cores, since pages wait half of their time; pytest-xdist takes those of many tests first.
BROWSED := $(if $(filter tests,$(TESTS)),tests/faults tests/acceptance tests/browser tests/desk/people,$(TESTS))
# What speaks SQL runs once more on Debian's PostgreSQL 15, the oldest that is supported.
ON_DEBIAN ?= tests/store tests/pipeline tests/gate tests/desk/isolation --ignore tests/gate/test_proxy.py

# Compiled files are kept whatever the surroundings say: each process would compile all of Django once more.
unexport PYTHONDONTWRITEBYTECODE

# Real servers, browsers and killed processes on a busy machine: what fails beside others is run once more, alone.
# Both runs are printed, and what fails alone too fails the whole.
twice = $(BIN)/python -m pytest -q $(1) $(2) || { echo "once more, alone:"; $(BIN)/python -m pytest -q --last-failed $(2); }

.PHONY: help setup run test bench compiled lint types docs check

help:  ## What can be asked for
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup:  ## Make .venv with the palabre command in it
	@test -n "$(PYTHON)" || { echo "make: Palabre needs Python 3.11 or later with venv." >&2; exit 1; }
	@$(PYTHON) tools/setup.py

run: setup  ## Start everything with the demo workspace, and print its address
	@$(BIN)/palabre demo

test: setup  ## All tests; the reasons of those that are skipped are printed
	@$(PYTHON) tools/peers.py
	@$(call twice,-n 2 --dist worksteal,-m "not browser" $(TESTS))
	@$(call twice,-n 3 --dist loadfile,-m browser $(BROWSED))
	@$(call twice,-n 2 --dist worksteal,--database debian -m "database and not browser" $(ON_DEBIAN))

bench: setup  ## Measure, and print the table
	@$(BIN)/palabre bench

compiled: setup  ## Make .compiled, where reading messages is compiled: a C compiler, a minute and a half
	@$(BIN)/python tools/compiled.py

lint: setup  ## Style and imports
	@$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/lint-imports

types: setup  ## Types, strict
	@$(BIN)/mypy

docs: setup  ## Is everything documented?
	@$(BIN)/python -m pytest -q tests/architecture/test_docs.py

check: lint types docs  ## What a commit must pass before the tests
