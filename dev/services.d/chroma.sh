# Chroma out of its npm package.
chroma_port=8000
chroma_version=3.0.4
chroma_binding=0.1.3

chroma_home() { echo "$cache/chroma-$chroma_version-$chroma_binding"; }

chroma_install() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64-gnu ;;
    Linux-aarch64) platform=linux-arm64-gnu ;;
    Darwin-arm64) platform=darwin-arm64 ;;
    Darwin-x86_64) platform=darwin-x64 ;;
    *) fail "Chroma is not published for $(uname -s) on $(uname -m)." "Start a Chroma server elsewhere and set likeminds.vectors.chroma.url." ;;
  esac
  npm_install "$(chroma_home)" "chromadb@$chroma_version" "chromadb-js-bindings-$platform@$chroma_binding"
}

chroma_run() { # PORT FOLDER
  export ANONYMIZED_TELEMETRY=False
  exec node "$(chroma_home)/node_modules/chromadb/dist/cli.mjs" run --host 127.0.0.1 --port "$1" --path "$2/store"
}

chroma_ready() { # PORT
  http_ready "http://127.0.0.1:$1/api/v2/heartbeat"
}

chroma_address() { echo "http://127.0.0.1:$1"; }

# Chroma spins for ever after SIGTERM.
chroma_signal=INT
