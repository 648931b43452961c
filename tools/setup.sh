# What ./run and ./check share: the packages they need, and the build.
# Sourced by bash; everything it says goes to standard error, so that the
# standard output of a program started by ./run is the program's own.
# shellcheck shell=bash
: "${top:?the folder of the project}"

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$@"
  exit 1
}

# Names of the packages of the given sets (build, run, test, fuzz).
packages_of ()
{
  awk -v sets=" $* " '$1 !~ /^#/ && index (sets, " " $1 " ") { print $2 }' \
    "$top/tools/packages"
}

# Those of the named packages that are not installed. A name with an
# architecture ("libc6:amd64") answers to its bare name too.
missing_of ()
{
  local installed

  # dpkg-query fails when it does not know a name; what it knows is printed.
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  printf '%s\n' "$@" | awk -v installed="$installed" '
    BEGIN {
      n = split (installed, line, "\n")
      for (i = 1; i <= n; i++)
        if (split (line[i], field, " ") == 2 && field[1] == "installed")
          have[field[2]] = 1
    }
    !($1 in have)'
}

# Runs a command as root: directly, or with sudo. Never asks for a password
# where nobody can type one.
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif ! command -v sudo >/dev/null; then
    say "This needs root or sudo. An administrator can do it: $*"
    return 1
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt_get ()
{
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}

apt_install ()
{
  apt_get install --no-install-recommends "$@"
}

# Installs what is missing of the given sets, naming it first. The package
# lists are fetched when they do not know a name, or are out of date.
install_packages ()
{
  local -a wanted missing

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian system: what tools/packages names must be there already."
    return 0
  fi
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_of "${wanted[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  if ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then
    apt_get update || die "The package lists could not be fetched."
    apt_install "${missing[@]}" || die "The packages could not be installed."
  elif ! apt_install "${missing[@]}"; then
    apt_get update || die "The package lists could not be fetched."
    apt_install "${missing[@]}" || die "The packages could not be installed."
  fi
}

# Configures a build folder, once: folder, then arguments of meson setup.
configure ()
{
  local folder=$1

  shift
  [ ! -f "$folder/build.ninja" ] || return 0
  say "Configuring ${folder#"$top"/}"
  mkdir -p "$folder"
  if ! meson setup "$folder" "$top" "$@" >"$folder/setup.log" 2>&1; then
    tail -n 30 "$folder/setup.log" >&2
    return 1
  fi
}

# Builds a configured folder; says nothing when there is nothing to do.
build ()
{
  local folder=$1

  if [[ $(ninja -C "$folder" -n 2>&1) == *'no work to do'* ]]; then
    return 0
  elif [ -t 2 ]; then
    ninja -C "$folder" >&2
  else
    ninja -C "$folder" --quiet >&2
  fi
}
