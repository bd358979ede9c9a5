# Every task of Open NET Guide. `make` alone lists them; each one first installs what it needs.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# Two at a time: what is fetched for the browser tests comes while packages are installed and the checks run.
MAKEFLAGS += --no-builtin-rules --jobs=2

VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

PACKAGES := $(VENV)/.packages
NODE := $(VENV)/.node
NODE_MODULES := node_modules/.package-lock.json
BROWSER := $(VENV)/.browser
BROWSERS := chromium:chromium firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb
HEADLESS := chromium-headless-shell
BUILD_TOOLS := $(PACKAGES) $(NODE_MODULES)

SITE := site
OFFLINE_SITE := build/offline-site
OFFLINE_ZIP := dist/open-net-guide-offline.zip
KIT := dist/open-net-guide-board.html

.PHONY: help serve test site check bench format lock clean

help:  ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

serve: $(BUILD_TOOLS)  ## show the site on http://127.0.0.1:8000 and rebuild it when a file changes
	mkdocs serve --dev-addr 127.0.0.1:8000

test: check $(BUILD_TOOLS) $(BROWSER)  ## run every check and every test, browser included
	NO_MKDOCS_2_WARNING=1 pytest -n auto --dist worksteal

site: $(BUILD_TOOLS)  ## write site/ as a web server wants it, and to dist/ the offline zip and the one-file kit
	NO_MKDOCS_2_WARNING=1 mkdocs build --strict --site-dir $(SITE)
	calculators host $(SITE)
	NO_MKDOCS_2_WARNING=1 OFFLINE=true mkdocs build --strict --site-dir $(OFFLINE_SITE)
	mkdir -p $(dir $(OFFLINE_ZIP))
	calculators bundle $(OFFLINE_SITE) $(OFFLINE_ZIP)
	calculators kit $(OFFLINE_SITE) $(KIT)

check: $(PACKAGES)  ## do pages, rules, sources and worked examples agree; is the code tidy and typed
	ruff check
	ruff format --check
	mypy & typed=$$!; calculators check && wait $$typed

bench: $(BUILD_TOOLS) $(BROWSER)  ## measure start-up, judging and building against stock Pyodide and plain MkDocs
	python -m bench

format: $(PACKAGES)  ## lay out the code and mend what can be mended
	ruff format
	ruff check --fix

lock: $(PACKAGES)  ## pin requirements.in in requirements.txt, hashes included
	for name in requirements requirements-node; do \
	  uv pip compile --quiet --universal --python-version 3.13 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links --output-file $$name.txt $$name.in; \
	done

clean:  ## remove what was built (not what was installed)
	rm -rf $(SITE) build dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src calculators tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What the tasks need. Each file stands for "installed"; remove it (or .venv) to install again.

$(VENV)/pyvenv.cfg:
	@python=""; \
	for candidate in python3.13 python3 python; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Open NET Guide needs Python 3.13, and neither python3.13 nor python3 on this machine is that."; \
	  echo "Install it (for example with 'uv python install 3.13' or 'pyenv install 3.13') and run make again."; \
	  exit 1; \
	fi; \
	"$$python" -m venv $(VENV)

$(PACKAGES): requirements.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

$(NODE): requirements-node.txt | $(PACKAGES)
	@if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then \
	  echo "No Node.js of version 20 or newer here: installing one into $(VENV)"; \
	  $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-node.txt; \
	fi
	@touch $@

$(NODE_MODULES): package.json package-lock.json $(NODE)
	npm ci --no-progress --loglevel=error
	@touch $@

# Debian's three engines; each line of BROWSERS is the program that the tests start and the package that brings it.
# HEADLESS is the same Chromium without its windows: tests are done sooner with it, and do without it.
$(BROWSER): Makefile | $(VENV)/pyvenv.cfg
	@missing=""; \
	for pair in $(BROWSERS); do \
	  command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	  else \
	    echo "The browser tests need Chromium, Firefox ESR and WebKitGTK; this machine lacks:$$missing"; \
	    echo "Install that with its package manager (Debian: 'sudo apt-get install$$missing') and run make again."; \
	    exit 1; \
	  fi; \
	fi
	@if ! command -v $(HEADLESS) >/dev/null && command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(HEADLESS) >/dev/null 2>&1 || true; \
	fi
	@touch $@
