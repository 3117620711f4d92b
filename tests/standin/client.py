"""One request to the stand-in without a browser."""

from __future__ import annotations

import html
import http.client
import ssl

from .server import Site


def answer(
    site: Site, method: str, host: str, target: str, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    """Ask for `target` as a page of `host` would; gives the status, and the body without HTML's escapes."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", site.port, context=context)
    try:
        connection.request(method, target, body='{"value": false}', headers={"Host": host, **(headers or {})})
        got = connection.getresponse()
        return got.status, html.unescape(got.read().decode())
    finally:
        connection.close()
