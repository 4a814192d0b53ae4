# The front door for every chore: `make` lists them.

PYTHON ?= .venv/bin/python
BIN := $(dir $(PYTHON))

.DEFAULT_GOAL := help
.PHONY: help setup test slow lint types imports rules reports stale check bench

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

setup:  ## make .venv and install everything a developer needs
	python3 -m venv .venv
	$(BIN)pip install -c constraints.txt -e ".[dev]"

test:  ## the tests, without the slow ones
	$(PYTHON) -m pytest -m "not slow"

slow:  ## the slow tests
	$(PYTHON) -m pytest -m slow

lint:  ## style
	$(BIN)ruff check .
	$(BIN)ruff format --check .

types:  ## types
	$(BIN)mypy

imports:  ## imports run one way
	$(BIN)lint-imports

rules:  ## every rule's examples and counterexamples
	$(BIN)reconcile rules check

reports:  ## write reports/ and the generated pages of docs/ anew
	$(PYTHON) -m tools.generate

stale:  ## fail where reports/ or a generated page of docs/ is not what the program would write
	$(PYTHON) -m tools.generate --check

check: test slow lint types imports rules stale  ## all of the above, as CI runs it

bench:  ## speed beside quantulum3, written to benchmarks/results.md
	$(PYTHON) -m benchmarks.speed
