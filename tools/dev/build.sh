# Builds the program and the page. Sourced by ./dev.

PRESETS="dev release tsan fuzz coverage"

build_preset() {
    local preset="$1"
    shift
    if [[ ! -f "build/$preset/build.ninja" ]]; then
        step "configure $preset" quietly cmake --preset "$preset"
    fi
    # Ninja says "no work to do" by itself; its own progress is the best there is.
    cmake --build "build/$preset" --parallel "$(nproc)" "$@" >&2 ||
        fail "the build of $preset failed"
}

page_is_built() {
    [[ -f web/dist/index.html ]] &&
        [[ -z "$(find web -path web/node_modules -prune -o -path web/dist -prune -o \
            \( -type f -o -type d \) -newer web/dist/index.html -print -quit)" ]]
}

npm_run() {
    (cd web && npm run --silent "$@")
}

build_page() {
    if [[ ! -f web/package.json ]] || page_is_built; then
        return 0
    fi
    step "build the page" quietly npm_run build
    touch web/dist/index.html
}

verb_build() {
    local preset
    (($# > 0)) || set -- dev
    for preset in "$@"; do
        [[ " $PRESETS " == *" $preset "* ]] || wrong_usage "presets are: $PRESETS"
    done
    case " $* " in
        *" fuzz "*) install_packages clang ;;
    esac
    install_for run test
    for preset in "$@"; do
        step "build $preset" build_preset "$preset"
    done
    build_page
}
