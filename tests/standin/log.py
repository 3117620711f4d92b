"""What was asked of the stand-in, and whether a page of the site asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from . import guided

HOST = "www.linkedin.com"
HOSTS = (HOST, "x.com", "chatgpt.com", *guided.HOSTS)
# Hosts that the browsers call by themselves.
BROWSERS_OWN = (
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "firefox.com",
    "google.com",
    "googleapis.com",
    "gstatic.com",
    "gvt1.com",
    "googleusercontent.com",
)


@dataclass
class Request:
    """One request as it came in. time: since the epoch; status: 0 where none was sent; member: whose."""

    method: str
    host: str
    path: str
    time: float
    initiator: str
    status: int = 0
    member: str = ""

    @property
    def foreign(self) -> bool:
        """Whether neither a page of the site nor the browser itself asked for this."""
        if self.host not in HOSTS:
            return not self.host.endswith(BROWSERS_OWN)
        return self.initiator.startswith(("chrome-extension:", "moz-extension:"))
