"""A stand-in of both stores' services on this machine, as their interfaces are described.

Firefox: mozilla.github.io/addons-server, "Add-ons"; Chrome: developer.chrome.com/docs/webstore/api, v2.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

SIGNED = b"the package, with a signature"
VERSION_ID = 7


class Request(NamedTuple):
    """What a tool sent: the form's fields, or what is in JSON, or the bytes."""

    method: str
    path: str
    authorization: str
    sent: Any


class Stores(ThreadingHTTPServer):
    """`invalid`: what the check of a package finds wrong; None: nothing."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[Request] = []
        self.invalid: str | None = None

    @property
    def address(self) -> str:
        """Where it is, without a path."""
        return f"http://127.0.0.1:{self.server_port}"

    def sent(self, method: str, end: str) -> Request:
        """Give the one request by `method` whose path ends so."""
        (found,) = [each for each in self.requests if each.method == method and each.path.endswith(end)]
        return found

    def answer(self, request: Request) -> bytes | dict[str, Any]:
        """Give what the services answer."""
        match request.method, request.path.rstrip("/").rsplit("/", 1)[-1]:
            case "POST", "upload":
                return {"uuid": "u"}
            case "GET", "u":
                return {"processed": True, "valid": not self.invalid, "validation": self.invalid, "uuid": "u"}
            case "GET", "signed.xpi":
                return SIGNED
            case "GET", _:
                return {"file": {"status": "public", "url": f"{self.address}/file/signed.xpi"}}
            case "PUT", _:
                return {"version": {"id": VERSION_ID, "edit_url": self.address}}
            case "POST", "token":
                return {"access_token": "let me in"}
            case "POST", _:
                return {"uploadState": "FAILED" if self.invalid else "SUCCEEDED"}
        return {}


class _Handler(BaseHTTPRequestHandler):
    server: Stores
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind = self.headers.get("Content-Type", "")
        sent: Any = self._body()
        if kind.startswith("multipart/"):
            parsed = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + sent, policy=policy.HTTP)
            parts = (
                (part.get_param("name", header="content-disposition"), part) for part in parsed.iter_parts()
            )
            sent = {name: part.get_payload(decode=True) for name, part in parts}
        elif kind.startswith("application/json"):
            sent = json.loads(sent)
        request = Request(self.command, self.path, self.headers.get("Authorization", ""), sent)
        self.server.requests.append(request)
        answer = self.server.answer(request)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_PATCH = do_GET  # noqa: N815 - http.server calls them so

    def _body(self) -> bytes:
        """Read what was sent; a stream comes in chunks, each with its length in front."""
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        read = b""
        while length := int(self.rfile.readline(), 16):
            read += self.rfile.read(length)
            self.rfile.readline()
        self.rfile.readline()
        return read

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Stores]:
    """Serve until the end of the block."""
    with Stores() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
