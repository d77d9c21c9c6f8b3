# A Consul agent. Debian 12 has no package of it; the one of Debian 11 runs, and is unpacked beside the other downloads.
consul_port=8500

consul_program() {
  command -v consul 2>/dev/null || { [ -x "$cache/consul/usr/bin/consul" ] && echo "$cache/consul/usr/bin/consul"; }
}

consul_install() {
  consul_program >/dev/null && return 0
  command -v dpkg >/dev/null 2>&1 || fail "consul is missing." "Install it."
  mkdir -p "$cache" || return 1
  fresh=$(mktemp -d "$cache/consul.XXXXXX") || return 1
  chmod 755 "$fresh"
  (
    cd "$fresh" && mkdir -p lists/partial archives/partial || exit 1
    # Where this machine's packages come from, an older release is as well.
    mirror=$(apt-get --print-uris download base-files | sed -n "s/^'\(.*\)\/pool\/.*/\1/p")
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bullseye main" >sources.list
    set -- -o "Dir::Etc::sourcelist=$fresh/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$fresh/lists" \
      -o "Dir::Cache=$fresh" -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root
    apt-get "$@" update && apt-get "$@" download consul && dpkg -x consul_*.deb unpacked
  ) >"$fresh/log" 2>&1
  if [ ! -x "$fresh/unpacked/usr/bin/consul" ]; then
    tail -5 "$fresh/log" >&2
    rm -rf "$fresh"
    fail "Consul could not be downloaded." "Check the network, or put a consul program on the PATH."
  fi
  mv -T "$fresh/unpacked" "$cache/consul" 2>/dev/null
  rm -rf "$fresh"
  consul_program >/dev/null
}

# The agent has six ports; all but the one of HTTP follow it, or are off.
consul_run() { # PORT FOLDER
  exec "$(consul_program)" agent -server -bootstrap-expect=1 -data-dir "$2/store" -bind 127.0.0.1 -client 127.0.0.1 -node likeminds \
    -http-port "$1" -serf-lan-port $(($1 + 1)) -serf-wan-port -1 -server-port $(($1 + 2)) -dns-port -1 -grpc-port -1 \
    -hcl 'disable_update_check = true performance { raft_multiplier = 1 } leave_on_terminate = false skip_leave_on_interrupt = true'
}

consul_ready() { # PORT
  node -e 'fetch("http://127.0.0.1:" + process.argv[1] + "/v1/status/leader", { signal: AbortSignal.timeout(2000) })
    .then((answer) => answer.text()).then((leader) => process.exit(leader.length > 2 ? 0 : 1), () => process.exit(1))' "$1"
}

consul_address() { echo "http://127.0.0.1:$1"; }
