# RabbitMQ out of Debian's package, with a private environment: the package's own start script insists on a system user.
rabbitmq_port=5672

rabbitmq_install() { apt_install rabbitmq-server rabbitmq-server; }

rabbitmq_run() { # PORT FOLDER
  mkdir -p "$2/home" "$2/store" "$2/logs"
  cat >"$2/rabbitmq.conf" <<CONF
listeners.tcp.default = 127.0.0.1:$1
default_user = likeminds
default_pass = likeminds
loopback_users = none
log.console = true
log.file = false
CONF
  printf '[].\n' >"$2/plugins"
  export HOME="$2/home" RABBITMQ_MNESIA_BASE="$2/store" RABBITMQ_LOG_BASE="$2/logs" RABBITMQ_CONFIG_FILE="$2/rabbitmq.conf"
  export RABBITMQ_ENABLED_PLUGINS_FILE="$2/plugins" RABBITMQ_CONF_ENV_FILE=/nowhere RABBITMQ_NODENAME="likeminds$1@localhost"
  # Erlang's port mapper and the port between nodes are its own too, beside the port of the service.
  export ERL_EPMD_PORT=$(($1 + 1)) ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT=$(($1 + 2))
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +S 1:1'
  for server in /usr/lib/rabbitmq/bin/rabbitmq-server /usr/local/sbin/rabbitmq-server; do
    [ -x "$server" ] && exec "$server"
  done
  exec rabbitmq-server
}

# The greeting of the protocol: what answers is a broker that takes connections.
rabbitmq_ready() { # PORT
  node -e 'const socket = require("node:net").connect(+process.argv[1], "127.0.0.1");
    socket.setTimeout(2000, () => process.exit(1));
    socket.on("connect", () => socket.write(Buffer.from([65, 77, 81, 80, 0, 0, 9, 1])));
    socket.on("data", () => process.exit(0)); socket.on("error", () => process.exit(1)); socket.on("close", () => process.exit(1))' "$1"
}

rabbitmq_address() { echo "amqp://127.0.0.1:$1"; }

rabbitmq_stopped() { # FOLDER
  port=$(sed -n 's/^listeners.tcp.default = 127.0.0.1://p' "$1/rabbitmq.conf")
  HOME="$1/home" ERL_EPMD_PORT=$((port + 1)) epmd -kill >/dev/null 2>&1 || true
}
