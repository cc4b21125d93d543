# gapcheck: `make demo` sets up everything and runs the main job, `make test` sets up everything and passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PERSON := sample_data/people/nurse

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-fast coverage golden lint types check lexicon entailment matching model sample-data eval eval-real bench wheel smoke clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Create the environment in .venv

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Cannot create a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY) ## Set up everything and run the main job on the sample data
	$(BIN)/gapcheck $(PERSON)/resume.pdf $(PERSON)/job-1.html

test: $(READY) ## Set up everything and pass the tests
	$(BIN)/python -m pytest -q -n auto --dist loadscope

test-fast: $(READY) ## The unit tests alone, without coverage
	$(BIN)/python -m pytest -q tests/unit

coverage: $(READY) ## What the unit tests reach; tracing nearly doubles their time, so apart from `make test`
	$(BIN)/python -m pytest -q -n auto tests/unit --cov --cov-report=term:skip-covered --cov-fail-under=90

test-dask: $(READY) ## The batch on a small Dask cluster of this machine, of which a worker is killed
	$(BIN)/python -m pytest -q tests/cli/test_batch_dask.py

golden: $(READY) ## Write the golden files again; read the diff before committing
	$(BIN)/python -m pytest -q tests/golden --update-golden

lint: $(READY) ## Style and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY) ## Static types, strict
	$(BIN)/mypy

check: lint types test coverage ## Everything a change must pass

lexicon: $(READY) ## Compile models/lexicon/*.toml
	$(BIN)/python models/recipe/compile_lexicon.py

model: $(READY) ## Train the shipped pipeline again; needs GAPCHECK_DATA (see models/MODEL_CARD.md)
	@test -n "$(GAPCHECK_DATA)" || { echo "Set GAPCHECK_DATA to the folder of training data (see models/MODEL_CARD.md)."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	rm -rf models/build
	cd models && GAPCHECK_DATA="$(GAPCHECK_DATA)" ../$(BIN)/python -m recipe
	$(MAKE) lexicon
	@if [ -n "$(GAPCHECK_RESUMES)" ]; then $(MAKE) entailment; else \
		echo "GAPCHECK_RESUMES is not set: the vectors, the network and the weights of matching stay as they are."; fi

entailment: $(READY) ## Train the network of matching and its vectors, then fit its weights; needs GAPCHECK_DATA and GAPCHECK_RESUMES
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	cd models && GAPCHECK_DATA="$(GAPCHECK_DATA)" GAPCHECK_RESUMES="$(GAPCHECK_RESUMES)" ../$(BIN)/python -m recipe.entailment
	$(MAKE) matching

matching: $(READY) ## Fit the weights of matching by meaning; needs GAPCHECK_DATA and GAPCHECK_RESUMES
	cd models && GAPCHECK_DATA="$(GAPCHECK_DATA)" GAPCHECK_RESUMES="$(GAPCHECK_RESUMES)" ../$(BIN)/python -m recipe.matching

sample-data: $(READY) ## Build the sample resumes from their sources
	$(BIN)/python sample_data/build.py

eval: $(READY) ## Quality on labelled postings against its floors; with GAPCHECK_DATA also on the data there
	GAPCHECK_DATA="$(GAPCHECK_DATA)" $(BIN)/python -m tests.evaluation.evaluate

eval-real: $(READY) ## The same figures on 128 labelled real postings, lot by lot; needs GAPCHECK_DATA and GAPCHECK_RESUMES
	cd models && GAPCHECK_DATA="$(GAPCHECK_DATA)" GAPCHECK_RESUMES="$(GAPCHECK_RESUMES)" ../$(BIN)/python -m recipe.labelled build/cases
	$(BIN)/python -m tests.evaluation.evaluate models/build/cases/*

bench: $(READY) ## Time a cold check against plain spaCy
	$(BIN)/python tests/benchmarks/cold_check.py

bench-batch: $(READY) ## Time and memory of a batch against plain spaCy; needs GAPCHECK_DATA or POSTINGS=file.jsonl
	OMP_NUM_THREADS=1 $(BIN)/python tests/benchmarks/batch.py $(POSTINGS)

wheel: $(READY) ## Build sdist and wheel into dist/
	rm -rf dist
	$(BIN)/python -m build --quiet

smoke: wheel ## Install the wheel into a fresh environment and compare its report
	$(BIN)/python tests/smoke.py dist

clean: ## Remove everything that was built
	rm -rf $(VENV) dist build .coverage* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis
