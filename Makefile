# `make run` serves the site and `make test` checks it; `make` alone lists everything.
# PORT=, HOST=, SECTOR=, DATABASE_URL= and SITE_URL= are handed on to the site.

PYTHON ?= python3
python := .venv/bin/python
pytest := $(python) -m pytest -n 2
browser := $(wildcard tests/inhoud/*/browser tests/browser)
djade := .venv/bin/djade --target-version 5.2

# Every process of the tests reads hundreds of modules: let them be compiled once, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run dev test test-sqlite test-postgres test-neutraal test-browser backup restore drill handleiding bench lint format

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/run.stamp ## set up everything and serve the site on http://127.0.0.1:8000
	@$(python) -m ontwikkelpad.serve

dev: .venv/run.stamp ## serve while you work: DEBUG on, restarts when a file changes
	@$(python) manage.py migrate --verbosity 0
	@$(python) manage.py laad
	@DEBUG=1 $(python) manage.py runserver $(or $(HOST),127.0.0.1):$(or $(PORT),8000)

test: lint test-sqlite test-postgres test-browser ## lint, then the tests: on SQLite, PostgreSQL and in a browser

test-sqlite: .venv/test.stamp ## the tests on SQLite
	@$(python) -m tests.tools.pango
	env -u DATABASE_URL $(pytest) --dist loadgroup $(addprefix --ignore=,$(browser))

test-postgres: .venv/test.stamp ## those that use a database, on PostgreSQL
	$(python) -m tests.tools.postgres $(pytest) --dist loadgroup $(addprefix --ignore=,$(browser))

test-neutraal: .venv/test.stamp ## the tests of what is committed, in a copy without our own sector
	@$(python) -m tests.tools.browser
	rm -rf build/neutraal
	git clone --quiet . build/neutraal
	rm -r build/neutraal/fixtures/huisartsenzorg build/neutraal/tests/inhoud
	ln -s ../../.venv build/neutraal/.venv
	cd build/neutraal && env -u DATABASE_URL $(pytest) --dist loadgroup

test-browser: .venv/test.stamp ## the tests in a real browser
	@$(python) -m tests.tools.browser
	env -u DATABASE_URL $(pytest) -n 3 --dist loadgroup $(browser)

backup: .venv/run.stamp ## keep the whole site in one file, while it runs
	@$(python) manage.py reservekopie

restore: .venv/run.stamp ## put a backup into a new database: make restore FILE=…
	@$(python) manage.py zet_terug $(FILE)

drill: .venv/test.stamp ## what takes too long for every run: faults of a running site, every hostile text on every page
	@$(python) -m tests.tools.browser
	env -u DATABASE_URL DRILL=1 $(pytest) --dist loadgroup -m drill
	env DRILL=1 $(python) -m tests.tools.postgres $(pytest) --dist loadgroup -m "drill and not een_database" $(addprefix --ignore=,$(browser))
	env -u DATABASE_URL DRILL=1 $(pytest) tests/browser/test_xss.py

handleiding: .venv/test.stamp ## make the pictures of the guide for editors anew
	@$(python) -m tests.tools.browser
	env -u DATABASE_URL DRILL=1 $(pytest) tests/browser/test_handleiding.py
	cp build/handleiding/*.png static/handleiding/

bench: .venv/test.stamp ## measure routes, search, the map (beside Graphviz), how the work grows, each form, pages (with wrk, and nginx), Lighthouse
	$(python) -m tests.bench
	$(python) -m tests.bench_kaart
	$(python) -m tests.bench_vormen
	$(python) -m tests.bench_bladzijden
	$(python) -m tests.inhoud.huisartsenzorg.bench_lighthouse

lint: .venv/test.stamp ## style, types, layers, and what a kind of content lacks
	$(python) -m ruff check
	$(python) -m ruff format --check
	find templates -name '*.html' -exec $(djade) --check {} +
	$(python) -m mypy
	.venv/bin/lint-imports --no-logo
	$(python) manage.py check

format: .venv/test.stamp ## put the code in its house style
	$(python) -m ruff check --fix
	$(python) -m ruff format
	find templates -name '*.html' -exec $(djade) {} +

# A stamp says which requirements are installed, so that the next run need not look.
# When the Python under .venv is gone, what was installed goes with it.
$(shell [ -x .venv/bin/python ] || rm -f .venv/*.stamp)
.venv/%.stamp: requirements/%.txt .venv/bin/python
	@echo "Installing $<"
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, but there is no $(PYTHON)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; choose it with PYTHON=…."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: python3-venv)."; exit 1; }
	@$(PYTHON) -m venv --clear .venv
