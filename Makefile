# `make run` and `make test` need Python 3.11 or newer and nothing else; the rest is for who works on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check wheel schema docs pictures golden bench clean

run: $(VENV)/.run
	$(BIN)/awesome-mm search oasis

test: check wheel

check: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2

# What is packed must work alone: the wheel goes into a clean environment and answers there.
wheel: $(VENV)/.test
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m build --wheel --no-isolation --outdir build/wheel . > build/wheel/build.log || { cat build/wheel/build.log; exit 1; }
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet --disable-pip-version-check build/wheel/*.whl
	cd build/wheel && venv/bin/awesome-mm search oasis --format table
	cd build/wheel && venv/bin/awesome-mm where | grep -q 'build/wheel/venv/.*/awesome_mm/data/catalog.toml'

schema: $(VENV)/.test
	mkdir -p build && $(BIN)/python -m awesome_mm.store.json_schema > build/schema.json && mv build/schema.json data/catalog.schema.json

# What the parser knows, for docs/commands.md and for completion.
docs: $(VENV)/.test
	$(BIN)/python -m awesome_mm.cli.reference docs/commands.md
	$(BIN)/python -m awesome_mm.cli.check_pages docs/checks

pictures: $(VENV)/.test
	$(BIN)/python docs/pictures/make.py

golden: $(VENV)/.test
	GOLDEN=write $(BIN)/pytest -q tests -k golden

bench: $(VENV)/.run
	$(BIN)/python benchmarks/bench.py

$(VENV)/.run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

clean:
	rm -rf $(VENV) build dist
