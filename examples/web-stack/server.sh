# Serves a page on $port with the Python of the image; with $upstream, the page ends with what is found there.
set -euo pipefail

cat >/opt/server.py <<'PYTHON'
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

port = int(sys.argv[1])
upstream = sys.argv[2] if len(sys.argv) > 2 else ""
checks = ("/hello", "/health")


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 310

    def do_GET(self):
        status, text = self.page()
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page(self):
        own = f"hello from {os.uname().nodename}\n"
        if upstream == "" or self.path in checks:
            return 200, own
        try:
            with urlopen(upstream, timeout=3) as answer:
                return 200, own + answer.read().decode()
        except OSError as error:
            return 502, f"{own}{upstream}: {error}\n"


ThreadingHTTPServer(("", port), Pages).serve_forever()
PYTHON

cat >/etc/systemd/system/server.service <<UNIT
[Unit]
Description=Page on port $port
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=$(command -v python3 || echo /usr/libexec/platform-python) /opt/server.py $port $upstream
User=nobody
Restart=always

[Install]
WantedBy=multi-user.target
UNIT

# Some images close ports on the host too.
if command -v firewall-offline-cmd >/dev/null; then
  if firewall-cmd --quiet --state; then
    firewall-cmd --quiet --permanent --add-port="$port/tcp"
    firewall-cmd --quiet --reload
  else
    firewall-offline-cmd --quiet --add-port="$port/tcp"
  fi
fi

systemctl daemon-reload
systemctl enable --now server
