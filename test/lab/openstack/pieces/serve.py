"""Serves one WSGI application on loopback.

serve.py PORT MODULE:FUNCTION [ARGUMENT...]      FUNCTION makes the application, the arguments are its own
"""

import importlib
import socketserver
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

port = int(sys.argv[1])
module, function = sys.argv[2].split(":")
sys.argv = [sys.argv[0], *sys.argv[3:]]


class Handler(WSGIRequestHandler):
    def address_string(self):
        return self.client_address[0]


class Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


application = getattr(importlib.import_module(module), function)()
make_server("127.0.0.1", port, application, server_class=Server, handler_class=Handler).serve_forever()
