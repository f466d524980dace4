#!/bin/bash
# Installs a web server that says "Hello World!" to every path.
set -euo pipefail

dnf -y install httpd
echo 'Hello World!' >/var/www/html/index.html
echo 'FallbackResource /index.html' >/etc/httpd/conf.d/hello.conf
systemctl enable --now httpd

if command -v firewall-cmd >/dev/null && firewall-cmd --quiet --state; then
  firewall-cmd --quiet --permanent --add-service=http
  firewall-cmd --quiet --reload
fi
