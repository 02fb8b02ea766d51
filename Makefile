# Everything that people do with this repository. `make` alone shows the list.

TARGET := $(or $(CARGO_TARGET_DIR),target)
AULARI := $(TARGET)/debug/aulari
CARGO := cargo

.DEFAULT_GOAL := help
.PHONY: help run dev build test bench check interface program openapi

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## The living demo at http://127.0.0.1:8080, all set-up included
	@scripts/need cargo node npm
	@echo "1/3 The interface"
	@$(MAKE) --no-print-directory -s interface
	@node scripts/build-program.mjs "2/3 Building the program (the first time takes some minutes)"
	@echo "3/3 The demo: sample courses, people and their history"
	@$(AULARI) demo

dev: ## The demo, and the interface rebuilt as you edit it, at http://127.0.0.1:5173
	@$(MAKE) --no-print-directory program
	@($(AULARI) demo & trap 'kill $$!' EXIT; cd web-ui && npm run dev)

build: interface ## The release binary at target/release/aulari
	$(CARGO) build --locked --release -p server

test: ## All set-up, then every test
	@scripts/ensure-tools
	@scripts/test

bench: interface ## How fast and how big it is, beside bare baselines of the same run
	@echo "1/2 The program and the measurement, fully optimised (the first time takes a long while)"
	@$(CARGO) build --locked --release -p server -p load
	@echo "2/2 Measuring: about five minutes, better with nothing else running"
	@$(TARGET)/release/load --program $(TARGET)/release/aulari $(BENCH)

check: ## Format, lints, types, generated files
	@scripts/check

interface: web-ui/build/.stamp

web-ui/node_modules/.stamp: web-ui/package-lock.json
	cd web-ui && npm ci --no-audit --no-fund
	@touch $@

web-ui/build/.stamp: web-ui/node_modules/.stamp $(shell find web-ui/src web-ui/static -type f 2>/dev/null) web-ui/svelte.config.js web-ui/vite.config.ts
	cd web-ui && npm run build
	@touch $@

program: interface
	@node scripts/build-program.mjs "The program"

openapi: program ## Write the description of the interface anew
	$(AULARI) openapi > docs/openapi.json
