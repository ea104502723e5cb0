# Shared by check and mutants.sh.

# Nobody is told that a newer version exists, and a missing settings file is no matter here.
export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 TF_INPUT=0
if [ -n "${TF_CLI_CONFIG_FILE:-}" ] && [ ! -f "$TF_CLI_CONFIG_FILE" ]; then
  export TF_CLI_CONFIG_FILE=/dev/null
fi

fail() {
  echo "terraform: FAILED: $1" >&2
  exit 1
}

skip() {
  echo "terraform: SKIPPED: $1"
  exit 0
}

# What to put before a command so that it ends after so many seconds; nothing where there is no timeout.
limit_of() {
  if command -v timeout >/dev/null 2>&1; then
    echo "timeout $1"
  fi
}

require_terraform() {
  command -v terraform >/dev/null 2>&1 || skip "terraform is not installed; install 1.11 or newer to check infra/terraform"
  local version
  version=$(terraform version -json 2>/dev/null | sed -n 's/.*"terraform_version": *"\([^"]*\)".*/\1/p')
  case "$version" in
    0.* | 1.[0-9].* | 1.10.*) skip "terraform $version is older than 1.11" ;;
  esac
}

# Sets plugin_dir to a directory that holds the AWS provider, laid out as terraform mirrors it.
require_provider() {
  plugin_dir=
  if [ "$1" = true ]; then
    return
  fi
  local layout=registry.terraform.io/hashicorp/aws place found
  for place in "${TERRAFORM_PLUGIN_DIR:-}" "${TF_PLUGIN_CACHE_DIR:-}" "${HOME:-/}/.terraform.d/plugins" \
    "${HOME:-/}/.terraform.d/plugin-cache" "${HOME:-/}/.local/share/terraform/plugins" \
    /usr/local/share/terraform/plugins /usr/share/terraform/plugins; do
    if [ -n "$place" ] && [ -d "$place/$layout" ]; then
      plugin_dir=$place
      return
    fi
  done
  # A mirror that an administrator has put under /opt.
  found=$(find /opt -maxdepth 5 -type d -path "*/$layout" 2>/dev/null | head -n 1) || true
  [ -n "$found" ] || skip "the AWS provider is not on this machine; set TERRAFORM_PLUGIN_DIR to a mirror of it, or use --download"
  plugin_dir=${found%/"$layout"}
}

# Makes a directory ready without touching any state.
prepare() {
  local log
  log=$(cd "$1" && terraform init -backend=false -no-color ${plugin_dir:+-plugin-dir="$plugin_dir"} 2>&1) || fail "terraform init in $1: $log"
}
