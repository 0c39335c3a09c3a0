# Two commands do everything: `make run` and `make test`. The rest is for developers.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test install lint bench soak ci lock audit clean
.DEFAULT_GOAL := help

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

run: $(VENV)/.runtime  ## start the bot; without BOT_TOKEN, on the local Telegram with a web page
	@exec $(BIN)/marshrut run

install: $(VENV)/.runtime  ## only prepare what `make run` needs

test: $(VENV)/.dev $(VENV)/.browser  ## run every test
	@exec sh tests/run

lint: $(VENV)/.dev  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev  ## every figure beside its target, one a line (python -m bench for the turn alone)
	$(BIN)/python -m bench.figures

soak: $(VENV)/.dev  ## everything that can go wrong, for longer (needs PostgreSQL)
	$(BIN)/python -m tests.wire.soak

ci: lint test  ## what the gate runs

lock:  ## write both lock files anew (needs uv)
	uv pip compile pyproject.toml --extra setup --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra setup --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header -q -o requirements-dev.lock

audit:  ## name every locked version with a published hole (needs uv and a network; not in the gate)
	uvx pip-audit --strict --disable-pip --require-hashes -r requirements.lock -r requirements-dev.lock

clean:  ## forget the environment; data stays
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Marshrut needs Python 3.11, 3.12 or 3.13; '$(PYTHON)' is another one. Try: make PYTHON=python3.11 run"; exit 1; }
	@echo "Preparing the environment in $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV) || { sh tests/need python3-venv && rm -rf $(VENV) && $(PYTHON) -m venv $(VENV); }

$(VENV)/.runtime: $(BIN)/python requirements.lock pyproject.toml
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.browser: $(BIN)/python
	@command -v chromium >/dev/null || sh tests/need chromium || echo "Without chromium the browser tests will not run."
	@touch $@
