"""The server: TLS on 127.0.0.1, a log of every request, the settings API."""

from __future__ import annotations

import json
import secrets
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import MSG_PEEK, socket
from types import TracebackType
from typing import Self, cast
from urllib.parse import parse_qs, quote, urlsplit

import trustme

from . import chatgpt, guided, rebuilt, x
from .account import Account
from .answers import Answer
from .log import HOST, Request
from .pages import ASSETS, Redirect, document, resolve
from .scenario import Scenario

ORIGIN = f"https://{HOST}"
API = "/mysettings-api/settingsApiSettings/"
VIEW = "/mysettings-app/view"
SLOW, REVERT_AFTER, QUICK = 3.0, 2.0, 0.02
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types app"


@dataclass
class Member:
    """Somebody who is signed in: their account, and how the site behaves for them."""

    account: Account = field(default_factory=Account)
    scenario: Scenario = field(default_factory=Scenario)


class Site:
    """The stand-in site. As a context manager it serves; one account, one scenario, one log.

    members: others, each with their own account and scenario, by the name in the address: `?member=name`.
    x, chatgpt, guided: other sites on the same server, each with its own account. rebuilt: pages of reports,
    in the place of what the sites have at their addresses.
    """

    def __init__(self) -> None:
        """Bind a free port on 127.0.0.1; serving begins with the context."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        names = (HOST, f"*.{HOST.split('.', 1)[1]}", x.HOST, chatgpt.HOST, *guided.HOSTS)
        trustme.CA().issue_cert(*names).configure_cert(context)
        self._server = _Server(self, context)
        self.port: int = self._server.server_address[1]
        self.reset()

    def reset(self) -> None:
        """Give a fresh account, the default scenario, an empty log; saves on their way reach nothing.

        While it is not `reachable`, every connection is dropped without an answer.
        """
        self.account = Account()
        self.scenario = Scenario()
        self.members: dict[str, Member] = {}
        self.x = x.XSite()
        self.chatgpt = chatgpt.ChatGPTSite()
        self.guided = guided.GuidedSites()
        self.rebuilt = rebuilt.Rebuilt()
        self.requests: list[Request] = []
        self.reachable = True

    @property
    def foreign(self) -> list[Request]:
        """Requests that neither the site's pages nor the browsers themselves make."""
        return [request for request in self.requests if request.foreign]

    def __enter__(self) -> Self:
        """Start to serve."""
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Stop, without waiting for connections that browsers hold open."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, site: Site, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site, self.context = site, context

    def finish_request(self, request: object, client_address: object) -> None:
        # Here, in the connection's own thread: a slow handshake must not keep other connections waiting.
        # What is not TLS is an http: address; it is answered too, so that the log has it.
        plain = cast("socket", request)
        plain.settimeout(60)
        first = plain.recv(1, MSG_PEEK)
        wrapped = self.context.wrap_socket(plain, server_side=True) if first == b"\x16" else plain
        try:
            _Handler(wrapped, cast("tuple[str, int]", client_address), self)
        finally:
            wrapped.close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers open and drop connections as they like: nothing to tell."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """The site keeps its own log."""

    def do_GET(self) -> None:
        self._answer()

    do_PUT = do_POST = do_HEAD = do_OPTIONS = do_DELETE = do_PATCH = do_GET  # noqa: N815 - the base's names

    def _answer(self) -> None:
        site = self.server.site
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        self.member = self._named(query)
        one = site.members.get(self.member, site)
        # Kept for the whole request: after a reset a late save must not reach the new account.
        self.account, self.scenario = one.account, one.scenario
        self.account.settle()
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        host = (self.headers.get("Host") or "").split(":")[0]
        origin = self.headers.get("Origin") or ""
        self.entry = Request(self.command, host, self.path, time.time(), origin, member=self.member)
        site.requests.append(self.entry)
        if not site.reachable:
            self.close_connection = True
            return
        nonce = secrets.token_urlsafe(12)
        if found_page := site.rebuilt.find(host, url.path):
            self._send(200, *found_page, rebuilt.HEADERS)
        elif host == x.HOST:
            self._give(site.x.answer(self.command, url.path, body, nonce))
        elif host == chatgpt.HOST:
            self._give(site.chatgpt.answer(self.command, url.path, query, nonce))
        elif host in guided.HOSTS:
            self._give(site.guided.answer(self.command, host, url.path, body, nonce))
        elif host != HOST:
            self._send(404, "text/plain", b"This host is not part of the stand-in site.")
        elif url.path.startswith(API):
            self._settings(url.path.removeprefix(API), body)
        elif self.command == "POST" and url.path == "/checkpoint/lg/login-submit":
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            self.account.signed_in = bool(form.get("session_password"))
            self._redirect(_local(form.get("session_redirect", "")) if self.account.signed_in else self.path)
        elif url.path.startswith("/assets/") and url.path in ASSETS:
            kind, data = ASSETS[url.path]
            self._send(200, kind, data, {"Cache-Control": "max-age=3600"})
        elif url.path == VIEW:
            self._view(_local(query.get("path", "")))
        else:
            self._page(url.path, query)

    def _give(self, found: Answer) -> None:
        self._send(found.status, found.kind, found.body, found.headers)

    def _named(self, query: dict[str, str]) -> str:
        """Whose request this is: by its own address, the one that a script asks about, or its page's."""
        asked = (self.path, query.get("path", ""), self.headers.get("Referer") or "")
        named = (parse_qs(urlsplit(address).query).get("member") for address in asked)
        return next((values[0] for values in named if values), "")

    def _own(self, path: str) -> str:
        """An address of the site as this member's."""
        if not self.member or "member=" in urlsplit(path).query:
            return path
        return f"{path}{'&' if '?' in path else '?'}member={quote(self.member, safe='')}"

    def _page(self, path: str, query: dict[str, str]) -> None:
        if self.member and "member" not in query:
            # A frame, or a link: what this page asks for must name the member in its turn.
            return self._redirect(self.path)
        found = resolve(path, query, self.account, self.scenario)
        if isinstance(found, Redirect):
            return self._redirect(found.path)
        nonce = secrets.token_urlsafe(12)
        policy = POLICY.format(nonce=nonce) + (TRUSTED_TYPES if self.scenario.trusted_types else "")
        headers = {
            "Content-Security-Policy": policy,
            "Cache-Control": "no-cache" if self.scenario.cache else "no-store",
        }
        # Once for a browser: another window's page may be about to save with the one it has.
        if "JSESSIONID" not in SimpleCookie(self.headers.get("Cookie") or ""):
            cookie = f'JSESSIONID="ajax:{secrets.randbelow(10**18)}"; Path=/; Secure; SameSite=None'
            headers["Set-Cookie"] = cookie
        page = document(found, self.scenario, nonce)
        return self._send(found.status, "text/html; charset=utf-8", page, headers)

    def _view(self, path: str) -> None:
        """What the page's own script asks for when it moves on without a load."""
        url = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        found = resolve(url.path, query, self.account, self.scenario)
        while isinstance(found, Redirect) and found.inside:
            path = found.path
            found = resolve(path, {}, self.account, self.scenario)
        if isinstance(found, Redirect):
            self._json(200, {"leave": found.path})
        else:
            self._json(200, found.boot(self._own(path), self.scenario))

    def _settings(self, key: str, body: bytes) -> None:
        down = self.scenario.down if self.account.signed_in else 401
        if down is not None:
            return self._json(down, {"message": "not now"})
        if key not in self.account.values:
            return self._json(404, {"message": "no such setting"})
        if self.command == "PUT":
            cookie = SimpleCookie(self.headers.get("Cookie") or "").get("JSESSIONID")
            if cookie is None or self.headers.get("csrf-token") != cookie.value:
                return self._json(403, {"message": "CSRF check failed"})
            value = json.loads(body)["value"]
            if not isinstance(value, bool):
                return self._json(400, {"message": "value: expected true or false"})
            if not self._save(key, value):
                return None
        elif self.command != "GET":
            return self._json(405, {"message": "GET or PUT"})
        else:
            time.sleep(self.scenario.reads)
        return self._json(200, _setting(key, self.account.values[key]))

    def _save(self, key: str, value: bool) -> bool:
        """Do what the scenario has saves do. False: the answer has been given (or kept back)."""
        save, account = self.scenario.save, self.account
        time.sleep(SLOW if save == "slow" else QUICK)  # the site's own slowness
        path = API + key
        sent = sum(one.method == "PUT" and one.path == path for one in self.server.site.requests)
        fails = {"error": True, "retried": sent % 2 == 1, "half": sent % 2 == 0}
        if fails.get(save) or save == "offline" or key in self.scenario.fails:
            self._json(0 if save == "offline" else 500, {"message": "try again later"})
            return False
        if save == "lost":
            self._json(200, _setting(key, value))
            return False
        before = account.values[key]
        account.write(key, value)
        if save == "revert":
            account.due.append((time.monotonic() + REVERT_AFTER, key, before))
            timer = threading.Timer(REVERT_AFTER, account.settle)
            timer.daemon = True
            timer.start()
        return True

    def _redirect(self, path: str) -> None:
        self._send(302, "text/plain", b"", {"Location": self._own(path), "Cache-Control": "no-store"})

    def _json(self, status: int, data: dict[str, object]) -> None:
        self.close_connection |= status == 0
        if status:
            self._send(status, "application/json", json.dumps(data).encode(), {"Cache-Control": "no-store"})

    def _send(self, status: int, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.entry.status = status
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _setting(key: str, value: bool) -> dict[str, object]:
    urn = f"urn:li:fs_setting:{quote(key)}"
    return {"key": key, "value": value, "settingDisplayType": "TOGGLE", "entityUrn": urn, "hasChild": False}


def _local(target: str) -> str:
    """The path of an address on this site; the feed for any other."""
    path = target.removeprefix(ORIGIN)
    return path if path.startswith("/") and not path.startswith("//") else "/feed/"
