# Builds Uphold, one process at a time; sourced by the launcher where there is no current build.

# The lock is a link that names its owner, so that one whose owner died is known.
lock=$base/target/.building
take_lock() {
    mkdir -p "$base/target" || exit 74
    waiting=
    until ln -s "$$" "$lock" 2>/dev/null; do
        owner=$(readlink "$lock" 2>/dev/null) || owner=
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -f "$lock"
            continue
        fi
        if [ ! -w "$base/target" ]; then
            say "$base/target cannot be written, and there is no current build in it."
            exit 74
        fi
        [ -n "$waiting" ] || say "waiting for another process (${owner:-unknown}) that is building"
        waiting=yes
        sleep 1
    done
    trap 'rm -f "$lock"' EXIT
    trap 'rm -f "$lock"; exit 130' INT
    trap 'rm -f "$lock"; exit 143' TERM HUP
}

take_lock
if ! is_fresh; then
    say "building (once; the first time downloads libraries and takes a minute or two)"
    mkdir -p "$app"
    # A running Uphold keeps the old file open; writing into it would pull it from under its feet.
    rm -f "$jar" "$app"/*.jsa*
    touch "$app/building"
    if ! (cd "$base" && ./mvnw -q -B package -Dmaven.test.skip=true -Dspotless.check.skip=true) >&2; then
        say "the build failed; what is wrong stands above"
        exit 1
    fi
    mv "$app/building" "$app/built"
fi
rm -f "$lock"
trap - EXIT INT TERM HUP
