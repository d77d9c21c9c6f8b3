# Redis out of Debian's package; every write reaches the disk, so that a stop loses nothing.
redis_port=6379

redis_install() { apt_install redis-server redis-server; }

redis_run() { # PORT FOLDER
  exec redis-server --bind 127.0.0.1 --port "$1" --dir "$2" --appendonly yes --appendfsync always --save '' --daemonize no
}

redis_ready() { # PORT
  [ "$(redis-cli -h 127.0.0.1 -p "$1" ping 2>/dev/null)" = PONG ]
}

redis_address() { echo "redis://127.0.0.1:$1"; }
