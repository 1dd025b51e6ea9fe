# Drafts by generators, for a person to read. Sourced by ./dev.

verb_new() {
    [[ "${1:-}" == register && -n "${2:-}" ]] || wrong_usage "new takes 'register NAME'"
    install_packages run test
    python3 tools/generate/new_register.py "$2"
}

verb_schema() {
    [[ "${1:-}" == draft && -n "${2:-}" ]] || wrong_usage "schema takes 'draft REGISTER'"
    install_for run test
    build_preset dev
    printf -- '-- SQLite\n'
    build/dev/sigill schema draft "$2"
    printf -- '\n-- PostgreSQL\n'
    build/dev/sigill schema draft "$2" --postgres
}
