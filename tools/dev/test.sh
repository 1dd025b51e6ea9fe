# Runs the tests. Sourced by ./dev.

run_ctest() {
    ctest --test-dir build/dev --output-on-failure --parallel "$(nproc)" "$@"
}

test_browser() {
    node tests/browser/run.mjs
}

verb_test() {
    local name=""
    while (($# > 0)); do
        case "$1" in
            --long) export SIGILL_LONG=1 && shift ;;
            -*) wrong_usage "test takes --long and a name, not '$1'" ;;
            *) name="$1" && shift ;;
        esac
    done
    install_for run test
    step "build dev" build_preset dev
    if [[ -n "$name" ]]; then
        step "C++ tests named like '$name'" run_ctest -R "$name"
        return 0
    fi
    step "C++ tests, lints and the whole program (ctest)" run_ctest
    if [[ -f web/package.json ]]; then
        step "tests of the page (vitest)" npm_run test
    fi
    build_page
    if [[ -f tests/browser/run.mjs ]]; then
        step "the page in a browser" test_browser
    fi
    say "== all tests passed"
}

verb_shots() {
    install_for run test
    step "build dev" build_preset dev
    build_page
    [[ -f tests/browser/shots.mjs ]] || fail "tests/browser/shots.mjs is not there yet"
    node tests/browser/shots.mjs "${1:-$ROOT/shots}"
}

verb_bench() {
    install_for run
    build_preset release
    [[ -x bench/run ]] || fail "no benchmark is written yet"
    exec bench/run "$@"
}
