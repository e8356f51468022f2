# Sourced by the scripts that want more than a fresh machine has.

# Installs what is missing of COMMAND:PACKAGE …, or says what to type.
need_tools() {
  local tool missing=()
  for tool in "$@"; do
    command -v "${tool%:*}" >/dev/null || missing+=("${tool#*:}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$EUID" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what this system lacks: ${missing[*]}" >&2
    apt-get -qq update >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}" >/dev/null 2>&1 </dev/null && return
  fi
  echo "${0##*/}: this system lacks tools. Where it is Debian's kin, type: sudo apt-get install ${missing[*]}" >&2
  exit 1
}
