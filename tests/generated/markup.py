"""Markup of generated pages: what a switch is drawn with, and what stands around it."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """One way to draw a switch.

    html: filled in are {label}, {text} (a description), {name} (a preference key, or what tells nothing),
        {wire} (data-hk), {checked}, {on} (true or false) and {lock}.
    own: whether the markup itself says which label is the switch's.
    vote: whether it is a button that may as well ask "Was this helpful?".
    """

    html: str
    own: bool = True
    vote: bool = False


FORMS = {
    "labelled-input": Form(
        '<p id="{name}">{label}</p>{text}<div><span>'
        '<input type="checkbox" role="switch" aria-labelledby="{name}" {wire}{checked}{lock}></span></div>'
    ),
    "label-wraps": Form(
        '<label><input type="checkbox" name="{name}" {wire}{checked}{lock}> {label}</label>{text}'
    ),
    "label-for": Form(
        '<label for="{name}">{label}</label>{text}<input type="checkbox" id="{name}" {wire}{checked}{lock}>'
    ),
    "button-switch": Form(
        '<span id="{name}">{label}</span>{text}'
        '<button type="button" role="switch" aria-checked="{on}" aria-labelledby="{name}" '
        "{wire}{lock}>●</button>"
    ),
    "label-for-button": Form(
        '<label for="{name}">{label}</label>{text}'
        '<button type="button" role="switch" aria-checked="{on}" id="{name}" {wire}{lock}>●</button>'
    ),
    "aria-label": Form(
        '{text}<input type="checkbox" role="switch" aria-label="{label}" id="{name}" {wire}{checked}{lock}>'
    ),
    "track": Form(
        '<p id="{name}">{label}</p>{text}<label><input type="checkbox" role="switch" class="a11y-text" '
        'aria-labelledby="{name}" {wire}{checked}{lock}>'
        '<span class="toggle-track" aria-hidden="true"></span></label>'
    ),
    "hidden-pair": Form(
        '<p id="{name}-label">{label}</p>{text}<div>'
        '<input type="checkbox" name="{name}" hidden tabindex="-1" aria-hidden="true" {wire}{checked}{lock}>'
        '<span role="switch" tabindex="0" aria-checked="{on}" aria-labelledby="{name}-label" '
        "{wire}{lock}>●</span></div>"
    ),
    "custom-host": Form(
        '<p id="{name}">{label}</p>{text}<mp-switch role="switch" aria-checked="{on}" '
        'aria-labelledby="{name}" {wire}>'
        '<input type="checkbox" class="_switchCheckbox_12ycew" {wire}{checked}{lock}></mp-switch>'
    ),
    "no-role": Form(
        '<p id="{name}">{label}</p>{text}'
        '<button type="button" aria-checked="{on}" aria-labelledby="{name}" {wire}{lock}>●</button>'
    ),
    "div-switch": Form(
        "<p>{label}</p>{text}"
        '<div role="switch" tabindex="0" aria-checked="{on}" id="{name}" {wire}{lock}>●</div>',
        own=False,
    ),
    "pressed": Form(
        '<p>{label}</p>{text}<button type="button" aria-pressed="{on}" name="{name}" {wire}{lock}>●</button>',
        own=False,
        vote=True,
    ),
    "custom-element": Form(
        '<x-toggle name="{name}"><span>{label}</span>{text}'
        '<span role="checkbox" tabindex="0" aria-checked="{on}" {wire}{lock}>●</span></x-toggle>',
        own=False,
    ),
    "row-input": Form(
        "<div><p>{label}</p>{text}</div>"
        '<div><input type="checkbox" name="{name}" {wire}{checked}{lock}></div>',
        own=False,
    ),
}
STYLED = '<link rel="stylesheet" href="/assets/app.css">'
CLOSED = f'<div><template shadowrootmode="closed">{STYLED}{{0}}</template></div>'
OPEN = f'<mp-card><template shadowrootmode="open">{STYLED}{{0}}</template></mp-card>'
# What a browser that translates makes of a text.
TRANSLATED = '<font dir="auto"><font dir="auto">{0}</font></font>'
# Before the page's own script: says that the page is in another language, as a browser that translates does;
# puts a layer of the page's shell over the window, which paints nothing.
SPEAK = "document.documentElement.lang = {0!r};"
LAYER = (
    "addEventListener('DOMContentLoaded', () => { const layer = document.createElement('div'); "
    "layer.id = 'interop-outlet'; layer.style.cssText = 'position: fixed; inset: 0'; "
    "document.body.append(layer); });"
)
# Where {0} stands is the row.
PLACES = {
    "div": "<div>{0}</div>",
    "section": "<section><h2>More</h2>{0}</section>",
    "list": "<ul><li><div><div>{0}</div></div></li></ul>",
    "table": "<table><tr><td>{0}</td></tr></table>",
    "form": "<form>{0}</form>",
    "header": "<header>{0}</header>",
    "fieldset": "<fieldset>{0}</fieldset>",
    "open-root": OPEN,
    "closed-root": CLOSED,
    "closed-in-open-root": OPEN.format(CLOSED),
    "slotted": '<mp-row><template shadowrootmode="open"><div><slot></slot></div></template>'
    "<div>{0}</div></mp-row>",
}
# What stands in one of these is no setting of the page.
OUTSIDE = {
    "dialog": '<div role="dialog" aria-label="Tips">{0}</div>',
    "open-dialog": '<dialog open aria-label="Tips">{0}</dialog>',
    "nav": "<nav>{0}</nav>",
    "menu": '<div role="menu">{0}</div>',
    "search": '<div role="search">{0}</div>',
    "sign-in": '<form><input type="password" aria-label="Password">{0}</form>',
}
UNDRAWN = {"hidden": "<div hidden>{0}</div>"}
AROUND = {**PLACES, **OUTSIDE, **UNDRAWN}
