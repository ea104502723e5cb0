# Sourced by the scripts of bin/, which set $here to the clone: builds what they run.

# Whether a source or a pom is newer than the last complete build, of which file $1 tells.
stale() {
  [ -f "$1" ] || return 0
  [ -n "$(find "$here" \( -name target -o -name .git -o -name .octroi -o -path '*/src/test' \) -prune -o \
    -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

# build_where_stale MODULE FINISH ARGUMENT...: has Maven package with these arguments where that is
# due, and then calls FINISH; MODULE's target/built tells of it. Says what it does on stderr, so that
# what a command prints stays its own. One at a time in a clone: two builds would write over each
# other, so the second waits, where the system has flock, and finds nothing left to do.
build_where_stale() {
  local module="$1" finish="$2" built="$here/$1/target/built"
  shift 2
  stale "$built" || return 0
  command -v mvn >/dev/null 2>&1 || {
    echo "$module: Maven 3.8.7 or newer is needed to build and was not found." >&2
    return 1
  }
  mkdir -p "$here/.octroi"
  (
    if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
      echo "Waiting for a build that is under way ..." >&2
      flock 9
    fi
    stale "$built" || exit 0
    echo "Building (the first time also fetches the libraries and takes a few minutes) ..." >&2
    (cd "$here" && mvn -B -q -Dmaven.test.skip=true -Dgates.skip=true "$@" package >&2) 9>&- || {
      echo "$module: the build failed." >&2
      exit 1
    }
    "$finish" 9>&-
    touch "$built"
  ) 9>"$here/.octroi/build.lock"
}
