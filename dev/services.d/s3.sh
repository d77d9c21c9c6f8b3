# An S3 server that checks signatures: s3proxy over a folder.
s3_port=9000
s3_version=4.1.0

s3_jar() { echo "$cache/s3proxy-$s3_version-jar-with-dependencies.jar"; }

s3_install() {
  [ -f "$(s3_jar)" ] && return 0
  command -v mvn >/dev/null 2>&1 || fail "Maven is missing." "Install it."
  mkdir -p "$cache" || return 1
  fresh=$(mktemp -d "$cache/s3.XXXXXX") || return 1
  if ! mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -DoutputDirectory="$fresh" \
    -Dartifact="org.gaul:s3proxy:$s3_version:jar:jar-with-dependencies" >"$fresh/log" 2>&1 </dev/null; then
    tail -5 "$fresh/log" >&2
    rm -rf "$fresh"
    fail "The S3 server could not be downloaded." "Check the network and Maven's repository, then run it again."
  fi
  mv "$fresh/s3proxy-$s3_version-jar-with-dependencies.jar" "$(s3_jar)"
  rm -rf "$fresh"
}

s3_run() { # PORT FOLDER
  mkdir -p "$2/store"
  cat >"$2/s3proxy.properties" <<CONF
s3proxy.endpoint=http://127.0.0.1:$1
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=likeminds
s3proxy.credential=likeminds
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir=$2/store
CONF
  exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -jar "$(s3_jar)" --properties "$2/s3proxy.properties"
}

s3_ready() { # PORT
  http_ready "http://127.0.0.1:$1/"
}

s3_address() { echo "http://127.0.0.1:$1"; }
