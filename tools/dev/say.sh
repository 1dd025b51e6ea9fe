# What ./dev says. Sourced by ./dev.

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "dev: $*"
    exit 1
}

wrong_usage() {
    say "dev: $*"
    exit 2
}

# step "what is done" command...: says what is done, and how long it took.
step() {
    local what="$1" start=$SECONDS status=0
    shift
    say "== $what"
    "$@" || status=$?
    if ((status != 0)); then
        fail "failed after $((SECONDS - start)) s: $what"
    fi
    say "   done in $((SECONDS - start)) s: $what"
}

# Keeps a long output in a file and shows it only when the command failed.
quietly() {
    local log="$ROOT/.cache/last-step.log"
    mkdir -p "$ROOT/.cache"
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
}

# Tries three times: a package server now and then drops a connection.
persistently() {
    local attempt
    for attempt in 1 2 3; do
        if "$@"; then
            return 0
        fi
        say "   attempt $attempt of 3 failed"
        sleep "$attempt"
    done
    return 1
}
