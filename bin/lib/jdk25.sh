# Sourced by the scripts of bin/: finds a JDK 25 or newer without being told where it is.

# Prints the major version of the JDK in $1, or nothing where there is no JDK.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release"
}

# Prints the home of the first JDK 25 or newer; one clear line and exit 1 where there is none.
find_jdk25() {
  local candidate major on_path
  on_path="$(command -v javac 2>/dev/null || true)"
  if [ -n "$on_path" ]; then
    on_path="$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")"
    on_path="${on_path%/bin/javac}"
  fi
  for candidate in "${OCTROI_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
      "$HOME"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    major="$(jdk_major "$candidate")"
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "octroi: no JDK 25 found. Install one (for example Eclipse Temurin 25) or set OCTROI_JAVA_HOME to its folder." >&2
  return 1
}
