#!/usr/bin/env bash
# Whether the port of this container answers the path with 200. For images that hold neither curl nor wget.
set -euo pipefail
exec 3<> "/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
head -n 1 <&3 | grep -q ' 200'
