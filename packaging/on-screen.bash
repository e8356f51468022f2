# What the scripts share that look at the real window, and is sourced by them: a screen of its own, waiting, drawing. Where
# they keep things is $work; processes in `pids` end with the script.

work=$(mktemp -d)
pids=()
tidy() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap tidy EXIT

. "$(dirname -- "${BASH_SOURCE[0]}")/need-tools.bash"

# Waits until a command succeeds, two minutes at most.
until_it() {
  local end=$((SECONDS + 120))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "${0##*/}: waited in vain for: $*" >&2; return 1; }
    sleep 0.2
  done
}

# A screen of $1 pixels by $2 that nobody sees, as DISPLAY.
open_screen() {
  : >"$work/display"
  Xvfb -displayfd 3 -screen 0 "${1}x${2}x24" -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
  screen=$!
  pids+=("$screen")
  until_it test -s "$work/display"
  DISPLAY=:$(<"$work/display")
  export DISPLAY
}

# Whether two pictures of the screen, half a second apart, are the same.
still() {
  import -window root "$work/before.png" && sleep 0.5 && import -window root "$work/after.png" &&
    compare -metric AE "$work/before.png" "$work/after.png" null:
}

# A stroke through points of the screen.
stroke() {
  xdotool mousemove "$1" "$2" mousedown 1
  shift 2
  while [ $# -gt 0 ]; do
    xdotool mousemove "$1" "$2"
    sleep 0.02
    shift 2
  done
  xdotool mouseup 1
  sleep 0.1
}
