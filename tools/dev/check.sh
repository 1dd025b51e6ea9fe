# Format, lint and golden files. Sourced by ./dev.

cpp_files() {
    git ls-files --cached --others --exclude-standard -- 'src/*.[ch]pp' 'tests/*.[ch]pp' 'bench/*.[ch]pp'
}

# The commit against which "changed files" are meant: SIGILL_BASE, else the published main branch,
# else the commit before the last one.
base_commit() {
    local base
    for base in "${SIGILL_BASE:-}" origin/main HEAD~1; do
        if [[ -n "$base" ]] && base="$(git merge-base HEAD "$base" 2>/dev/null)" &&
            [[ "$base" != "$(git rev-parse HEAD)" ]]; then
            printf '%s' "$base"
            return 0
        fi
    done
    # A shallow clone of one commit: everything that differs from it, i.e. what is not committed.
    git rev-parse HEAD
}

changed_cpp_files() {
    {
        git diff --name-only --diff-filter=d "$(base_commit)" -- 'src/*.cpp' 'tests/*.cpp'
        git ls-files --others --exclude-standard -- 'src/*.cpp' 'tests/*.cpp'
    } | sort -u
}

check_format() {
    cpp_files | xargs -r clang-format-14 --dry-run -Werror
}

check_tidy() {
    local files
    mapfile -t files < <(changed_cpp_files)
    if ((${#files[@]} == 0)); then
        say "   no C++ file changed"
        return 0
    fi
    python3 tools/lint/tidy.py --build build/dev "${files[@]}"
}

check_style() {
    python3 tools/lint/includes.py && python3 tools/lint/style.py && python3 tools/lint/documents.py
}

verb_format() {
    install_packages run test check
    cpp_files | xargs -r clang-format-14 -i
}

verb_lint() {
    install_for run test check
    step "format" check_format
    step "include, style and document lints" check_style
    step "build dev" build_preset dev
    step "clang-tidy on changed files" check_tidy
}

verb_check() {
    verb_lint
    verb_test "$@"
}

verb_golden() {
    [[ "${1:-}" == update ]] || wrong_usage "golden takes 'update'"
    install_for run test
    step "build dev" build_preset dev
    SIGILL_UPDATE_GOLDEN=1 step "rewrite golden files" run_ctest -L golden
    git status --short -- tests/golden
}
