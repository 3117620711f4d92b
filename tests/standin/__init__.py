"""A local TLS server that answers as www.linkedin.com, x.com and others, with an account behind each."""

from . import chatgpt, guided, x
from .account import AI_KEY, AI_PATH, KEYS, SETTINGS, Account, Setting
from .client import answer
from .log import BROWSERS_OWN, HOST, Request
from .scenario import DRAWS, LANGS, SAVES, SHAPES, WORDS, Scenario
from .server import ORIGIN, Member, Site

__all__ = [
    "AI_KEY",
    "AI_PATH",
    "BROWSERS_OWN",
    "DRAWS",
    "HOST",
    "KEYS",
    "LANGS",
    "ORIGIN",
    "SAVES",
    "SETTINGS",
    "SHAPES",
    "WORDS",
    "Account",
    "Member",
    "Request",
    "Scenario",
    "Setting",
    "Site",
    "answer",
    "chatgpt",
    "guided",
    "x",
]
