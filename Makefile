# Isnad: everything runs from here; `make` alone prints what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

CORPUS ?= corpus
HOST ?= 127.0.0.1
PORT ?= 8000
DATA ?=

BIN := .venv/bin
CORPUS_NAME := $(notdir $(abspath $(CORPUS)))-$(firstword $(shell printf %s '$(abspath $(CORPUS))' | cksum))
DATABASE_URL ?= sqlite:///$(CURDIR)/var/$(CORPUS_NAME).sqlite

serve ingest rebuild: export DATABASE_URL := $(DATABASE_URL)
serve: export HOST := $(HOST)
serve: export PORT := $(PORT)

.PHONY: help setup serve ingest rebuild test check bench peers faults fuzz audit train clean

help: ## what can be done here
	@echo "make serve [CORPUS=folder] [PORT=8000]   from nothing to a running service"
	@echo
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1|\2/' | column -t -s '|'

setup: .venv/.runtime ## the virtual environment alone
	@:

serve: ingest ## ingest CORPUS and serve it on HOST:PORT
	@$(BIN)/python -c "import socket, sys; \
	    sys.exit('port $(PORT) is taken; choose another: make serve PORT=…' \
	        if socket.socket().connect_ex(('$(HOST)', $(PORT))) == 0 else 0)"
	@echo "Isnad serves $(CORPUS) on http://$(HOST):$(PORT)"
	@exec $(BIN)/gunicorn --config config/gunicorn.py service.wsgi:app

ingest: .venv/.runtime ## read CORPUS into the database (DATABASE_URL, else one of its own in var/)
	@mkdir -p var
	@$(BIN)/flask --app service ingest '$(CORPUS)'

rebuild: .venv/.runtime ## read the pages of CORPUS's database anew, after a change of version or lexicon
	@$(BIN)/flask --app service rebuild

test: check ## everything: checks, then all tests with a real Redis and PostgreSQL
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/.dev ## ruff, mypy and the import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>&1 || $(BIN)/lint-imports

bench: .venv/.dev ## measure ingest and reads; writes benchmarks/results.md
	@$(BIN)/python -m benchmarks

peers: .venv/bin/python ## what `make bench` compares with where it is there: FastAPI, datasette
	@$(BIN)/python -m venv .venv/peers
	@.venv/peers/bin/python -m pip install -qq --disable-pip-version-check -r benchmarks/requirements-peers.txt

faults: .venv/.dev ## harm everything that may fail, a hundred times; prints what was held against (half an hour)
	@FAULT_ROUNDS=100 $(BIN)/python -m pytest tests/faults

fuzz: .venv/.dev ## try 112,000 hostile inputs; prints what was tried and what failed (half an hour)
	@$(BIN)/python -m tests.fuzz
	@$(BIN)/python -m pytest tests/fuzz

audit: .venv/bin/python ## look up known weaknesses of all dependencies (needs the network's service for that)
	@$(BIN)/python -m venv .venv/audit
	@.venv/audit/bin/python -m pip install -qq --disable-pip-version-check pip-audit
	@.venv/audit/bin/pip-audit --strict --no-deps --disable-pip -r requirements.txt

train: .venv/.dev ## train the tagger of names anew from the public data in the folder DATA
	@test -d "$(DATA)" || { echo "say where the data lies: make train DATA=folder" >&2; exit 2; }
	@$(BIN)/python -m training '$(DATA)' $(STEPS)

clean: ## remove the environment and the databases made here
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Stamps: a set of packages is installed again only when its list of pins changes.
.venv/bin/python:
	@for python in "$${PYTHON:-python3}" python3.13 python3.12 python3.11; do \
	    if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Setting up .venv with $$("$$python" --version)"; exec "$$python" -m venv .venv; \
	    fi; \
	done; echo "Python 3.11 or newer with venv is needed; name it with PYTHON=" >&2; exit 1

.venv/.runtime: requirements.txt | .venv/bin/python
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/bin/python
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore -r requirements-dev.txt
	@touch $@ .venv/.runtime
