# Starts Redis with its passwords as configuration on its standard input: arguments can be read by every process of
# the node.
set -eu

# Text as a value of redis.conf.
quoted() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

exec redis-server - "$@" <<CONFIGURATION
requirepass $(quoted "$REDISCLI_AUTH")
${PRIMARY_PASSWORD:+masterauth $(quoted "$PRIMARY_PASSWORD")}
CONFIGURATION
