#!/bin/bash
# Serves /hello on port 5000 with the Python of the image, and opens the port on the host.
# The server that the image is taken of was set up by the same file, so a member only finds its work done.
set -euo pipefail

cat >/opt/hello.py <<'PYTHON'
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hello(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # The balancer keeps idle connections for 300 seconds: the server must not be the first to close them.
    timeout = 310

    def do_GET(self):
        known = self.path == "/hello"
        body = f"Hello from {os.uname().nodename}\n".encode() if known else b"not found\n"
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    request_queue_size = 512


Server(("", int(sys.argv[1])), Hello).serve_forever()
PYTHON

cat >/etc/systemd/system/hello.service <<UNIT
[Unit]
Description=Hello on port 5000
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=$(command -v python3 || echo /usr/libexec/platform-python) /opt/hello.py 5000
User=nobody
Restart=always

[Install]
WantedBy=multi-user.target
UNIT

if command -v firewall-offline-cmd >/dev/null; then
  if firewall-cmd --quiet --state; then
    firewall-cmd --quiet --permanent --add-port=5000/tcp
    firewall-cmd --quiet --reload
  else
    firewall-offline-cmd --quiet --add-port=5000/tcp
  fi
fi

systemctl daemon-reload
systemctl enable --now hello
