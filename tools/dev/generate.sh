# Drafts by generators, for a person to read. Sourced by ./dev.

verb_new() {
    [[ "${1:-}" == register && -n "${2:-}" ]] || wrong_usage "new takes 'register NAME'"
    install_packages run test
    shift
    python3 tools/generate/new_register.py "$@"
}

# The number after the highest of the schema's steps.
next_migration() {
    local last
    last="$(find src -path '*/migrations/tenant/*.sql' -printf '%f\n' | sort | tail -n 1)"
    printf '%04d' $((10#${last%%_*} + 1))
}

# Prints a register's table for both engines. Where its slice has no migration yet, writes the pair.
verb_schema() {
    [[ "${1:-}" == draft && -n "${2:-}" ]] || wrong_usage "schema takes 'draft REGISTER'"
    local register="$2" name="${2//-/_}" folder number
    install_for run test
    build_preset dev
    folder="src/slices/$name/migrations/tenant"
    if [[ ! -d "src/slices/$name" || -d "$folder" ]]; then
        printf -- '-- SQLite\n'
        build/dev/sigill schema draft "$register"
        printf -- '\n-- PostgreSQL\n'
        build/dev/sigill schema draft "$register" --postgres
        return 0
    fi
    number="$(next_migration)"
    mkdir -p "$folder"
    build/dev/sigill schema draft "$register" >"$folder/${number}_$name.sqlite.sql"
    build/dev/sigill schema draft "$register" --postgres >"$folder/${number}_$name.postgres.sql"
    say "read, then commit:"
    ls "$folder"/*
}
