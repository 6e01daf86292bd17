#!/bin/sh
# Maven's way into the frontend build: says in one sentence what is missing, instead of a stack trace.
command -v node >/dev/null 2>&1 || {
  echo "Laras needs Node.js 18 or newer to build its forms, and 'node' is not on the PATH. On Debian: apt-get install nodejs npm" >&2
  exit 1
}
exec node "$(dirname "$0")/build.mjs" "$@"
