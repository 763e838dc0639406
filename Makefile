# `make run` opens the app, `make test` passes the tests. Both make what they need first.
#
# PYTHON  the Python that makes .venv, 3.11 or newer        make PYTHON=python3.12 run
# UV      uv is used where it is installed; empty for pip   make UV= test
# ARGS    handed on to coach or to pytest                   make test ARGS="tests/pack -k read"

PYTHON ?= python3
UV ?= $(shell command -v uv 2>/dev/null)
ARGS ?=

PY := .venv/bin/python
RUNTIME := .venv/.runtime-installed
DEV := .venv/.dev-installed

# A .venv whose Python is gone (upgraded, moved) is of no use to anybody: begin again.
$(shell [ -x $(PY) ] || rm -rf .venv)

.PHONY: help run test check bench bench-coaching format lock pictures coverage clean

help:
	@echo "make run      open the app"
	@echo "make test     run the tests"
	@echo "make check    run the linters, the types, the layers and the packs' own checks"
	@echo "make bench    measure speed and memory against their budgets (docs/speed.md)"
	@echo "make bench-coaching  measure what the coach finds and misses (docs/coaching.md)"
	@echo "make format   put the code into shape"
	@echo "make lock     pin the newest versions that fit pyproject.toml in requirements.lock"
	@echo "make pictures  take the README's pictures from the real screens"
	@echo "make coverage  write docs/coverage.md: where the product holds what the articles name"
	@echo "make clean    remove everything that the others made"

run: $(RUNTIME)
	@$(PY) -m coach $(ARGS)

# On all cores at once: a person waits for it.
test: $(DEV)
	@$(PY) -m pytest -n auto $(ARGS)

check: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m coach pack check default
	$(PY) -m coach pack check coach/packs/deutsch
	$(PY) -m coach pack check coach/packs/workshop

bench: $(DEV)
	@$(PY) bench/run.py $(ARGS)

bench-coaching: $(DEV)
	@$(PY) bench/coaching/run.py $(ARGS)

format: $(DEV)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# Installed from scratch, without the old pins, by the oldest Python that is supported.
lock:
	@rm -rf build/lock
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install -q --disable-pip-version-check '.[dev]'
	@sed -n '/^#/p' requirements.lock > build/lock/pins
	@build/lock/bin/python -m pip freeze --exclude strategy-coach >> build/lock/pins
	@mv build/lock/pins requirements.lock
	@rm -rf build/lock

# The README's pictures, from the real screens.
pictures: $(DEV)
	@$(PY) docs/make_pictures.py

# Where the product holds what the source articles name.
coverage: $(DEV)
	@$(PY) docs/make_coverage.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find coach tests -name __pycache__ -type d -prune -exec rm -rf {} +

# -- set-up ------------------------------------------------------------------------------

$(PY):
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo \
	  "coach needs Python 3.11 or newer, and '$(PYTHON)' says '$$("$(PYTHON)" --version 2>&1)':" \
	  "name another with make PYTHON=python3.12 run" >&2; exit 1; }
	@[ -n "$(UV)" ] || "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo \
	  "'$(PYTHON)' has no venv module: install it (Debian: apt install python3-venv) or uv" >&2; \
	  exit 1; }
	@if [ -n "$(UV)" ]; then "$(UV)" venv -q --python "$(PYTHON)" .venv; \
	  else "$(PYTHON)" -m venv .venv; fi

$(RUNTIME): $(PY) pyproject.toml requirements.lock
	$(call install,.)
	@touch $@

$(DEV): $(PY) pyproject.toml requirements.lock
	$(call install,.[dev])
	@touch $(RUNTIME) $@

# Bytecode is compiled here, so that the first start is as fast as the second.
define install
	@echo "Setting up .venv; this happens once and takes about a minute." >&2
	@if [ -n "$(UV)" ]; then \
	  "$(UV)" pip install -q --python $(PY) --compile-bytecode -c requirements.lock -e '$(1)'; \
	else \
	  { $(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null; } && \
	  $(PY) -m pip install -q --disable-pip-version-check -c requirements.lock -e '$(1)'; \
	fi
	@$(PY) -m compileall -q coach
endef
