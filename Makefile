# Everything from a fresh clone: make serve, make test. Needs Python 3.11 or newer, make and a package registry.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WEB := $(wildcard api/web/*)
# Each process of the tests starts stores of its own, of about 2 GB together; one waits for its stores while another computes.
TEST_PROCESSES ?= 3

# What is imported is compiled once and kept, or every command would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install serve test bench-extract bench-load docs lint format lock clean help
.DEFAULT_GOAL := help

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/.installed api/static/network.js ## make .venv/bin/hoptac with the locked dependencies

serve: install ## load examples/ and serve them on http://127.0.0.1:8000
	@$(BIN)/hoptac load examples
	@$(BIN)/hoptac serve

test: install $(VENV)/.tested ## run all tests that this machine can run
	$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile

bench-extract: install ## characters per second of the extraction, beside the bare scan for labels (UNDERTHESEA=PYTHON: and its NER)
	@$(BIN)/python -m benchmarks.extract $(if $(UNDERTHESEA),--underthesea $(UNDERTHESEA))

docs: install $(VENV)/.tested ## make the reference page of the ontology, build/reference/index.html
	@$(BIN)/python -m docs.reference

bench-load: install $(VENV)/.tested ## what storing a document costs, beside the bare driver, and how it grows
	@$(BIN)/python -m benchmarks.load

lint: install $(VENV)/.tested ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tested ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.tested ## resolve the dependencies anew, with hashes and without naming a registry
	for set in run build test; do \
	  group=$$([ $$set = run ] || echo "--group $$set"); \
	  $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	    pyproject.toml $$group --output-file requirements/$$set.txt || exit 1; \
	done
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --group quads --output-file requirements/quads.txt

clean: ## remove the environment and what was built (the data stays)
	rm -rf $(VENV) node_modules api/web/node_modules api/static/network.js build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("hoptac needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; say make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked dependencies ..."
	@$(PIP) install --require-hashes --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested: requirements/test.txt $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@

api/static/network.js: $(WEB) $(VENV)/.installed
	@echo "Bundling the network drawing ..."
	@$(BIN)/python -m api.web.build
	@touch $@
