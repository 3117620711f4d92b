"""A person's report becomes a page and a failing test by one command; what is none is refused in one line."""

import copy
import json
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import reports
from errors import BuildError

PROJECT = Path(__file__).resolve().parents[2]
PHRASE = "Use my data for training content creation AI models"
REPORT: dict[str, Any] = {
    "schema": "untick-report-1",
    "extension": "0.1.0",
    "browser": "Firefox 153",
    "site": "linkedin",
    "setting": "ai-training",
    "checked": "2026-08-21",
    "path": "/mypreferences/d/settings/…",
    "lang": "en",
    "told": "unsure",
    "chosen": None,
    "seen": [
        {
            "state": "on",
            "isLocked": False,
            "label": {"n": 0, "length": 20, "says": "topic", "words": 4},
            "says": "topic",
            "witnesses": ["words"],
            "veto": "",
        }
    ],
    "title": PHRASE,
    "body": {
        "tag": "body",
        "children": [
            {"tag": "p", "attributes": {"id": [{"n": 1, "length": 9}]}, "children": [PHRASE]},
            {
                "tag": "x-element",
                "children": [
                    {
                        "tag": "#closed",
                        "children": [
                            {
                                "tag": "input",
                                "control": 0,
                                "state": "on",
                                "attributes": {
                                    "aria-labelledby": [{"n": 1, "length": 9}],
                                    "placeholder": [7],
                                },
                            }
                        ],
                    }
                ],
            },
        ],
    },
}


def with_body(**node: Any) -> dict[str, Any]:
    return REPORT | {"body": {"tag": "body", "children": [{"tag": "p", **node}]}}


def written(tmp_path: Path, report: object) -> tuple[str, dict[str, Any]]:
    """Page and case that are made of a report."""
    file = tmp_path / "report.json"
    file.write_text(report if isinstance(report, str) else json.dumps(report), "utf-8")
    page, case = reports.write(PROJECT, file, tmp_path / "pages")
    return page.read_text("utf-8"), tomllib.loads(case.read_text("utf-8"))


class _Page(HTMLParser):
    """What a browser makes of a page: its elements, and the data that its script reads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip().startswith("{"):
            self.data += data


OWN = ["html", "head", "meta", "meta", "title", "link", "link", "script", "script", "body"]


def body_of(page: str) -> Any:
    """The tree that the page is drawn from; nothing else is in it."""
    found = _Page(page)
    assert found.tags == OWN
    return json.loads(found.data)


def test_a_page_and_what_is_to_be_said_of_it(tmp_path: Path) -> None:
    page, case = written(tmp_path, REPORT)
    assert case["right"] == {"state": "?", "at": -1}
    assert (case["site"], case["origin"]) == ("linkedin", "https://www.linkedin.com")
    assert (case["path"], case["told"]) == ("/mypreferences/d/settings/held", "unsure")
    label, host = body_of(page)["children"]
    assert label == {"tag": "p", "attributes": {"id": "held-1"}, "children": [PHRASE]}
    (root,) = host["children"]
    (switch,) = root["children"]
    assert (host["tag"], root["tag"], switch["state"]) == ("x-element", "#closed", "on")
    assert switch["attributes"] == {"aria-labelledby": "held-1", "data-at": "0"}


def test_a_second_one_overwrites_nothing(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps(REPORT), "utf-8")
    pages = {reports.write(PROJECT, file, tmp_path / "pages")[0].name for _ in range(3)}
    name = "linkedin-ai-training-unsure"
    assert pages == {f"{name}.html", f"{name}-2.html", f"{name}-3.html"}


@pytest.mark.parametrize("lang", ["en", "de", "ja", "ar", "zh-TW"])
def test_what_is_left_out_is_written_by_other_words(tmp_path: Path, lang: str) -> None:
    says = ["agrees", "opposite", "other", "mixed", "topic", "silent", "none"]
    held = [{"n": 0, "length": 30, "says": one, "words": 4} for one in says]
    page, _ = written(tmp_path, with_body(children=held) | {"lang": lang})
    *speaking, silent, wordless = body_of(page)["children"][0]["children"]
    assert silent.startswith("xxx")
    assert wordless == "···"
    assert not any(text.startswith(("xxx", "·")) for text in speaking)


def test_keys_that_are_left_out_are_of_the_same_kind(tmp_path: Path) -> None:
    names = [
        {"n": 1, "length": 9},
        {"n": 2, "length": 9, "key": ""},
        {"n": 3, "length": 9, "key": "allowAdsByAge"},
    ]
    page, _ = written(tmp_path, with_body(attributes={"aria-labelledby": names}))
    told = body_of(page)["children"][0]["attributes"]["aria-labelledby"]
    assert told == "held-1 allowHeld2 allowAdsByAge-3"


HOSTILE = "</script><script>alert(1)</script>{{ 7 * 7 }}\n[right]\nstate = 'on'\n<!--"


def test_no_text_of_a_report_is_more_than_text(tmp_path: Path) -> None:
    report = copy.deepcopy(REPORT) | dict.fromkeys(
        ("extension", "browser", "checked", "title", "path"), HOSTILE
    )
    report["lang"] = '"><script>'
    report["seen"][0] |= {"veto": HOSTILE, "label": HOSTILE}
    attributes = {
        name: [HOSTILE] for name in ("id", "title", "href", "onclick", "style", "src", "srcdoc", "…", "a b")
    }
    report["body"]["children"] = [{"tag": "a", "attributes": attributes, "children": [HOSTILE]}]
    page, case = written(tmp_path, report)
    assert case["right"] == {"state": "?", "at": -1}
    (link,) = body_of(page)["children"]
    assert link["attributes"] == {"id": HOSTILE, "title": HOSTILE, "href": "#"}
    assert link["children"] == [HOSTILE]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//evil.example", "https://evil.example/", "/a?b"])
def test_no_address_but_a_path_of_the_site(tmp_path: Path, href: str) -> None:
    page, _ = written(tmp_path, with_body(attributes={"href": [href]}))
    assert body_of(page)["children"][0]["attributes"] == {"href": "#"}


@pytest.mark.parametrize(
    ("report", "line"),
    [
        ("", "no JSON"),
        ("[]", "schema: "),
        ("{" * 100_000, "no JSON"),
        ('{"body":' + '{"tag":"p","children":[' * 20_000, "no JSON"),
        (
            '{"schema":"untick-report-1","body":' + '{"tag":"p","children":[' * 20_000 + "]}" * 20_000 + "}",
            "",
        ),
        (REPORT | {"schema": "untick-receipts-1"}, "schema: "),
        (REPORT | {"site": "nowhere"}, "site: no site nowhere"),
        (REPORT | {"setting": "toaster"}, "setting: linkedin has no setting toaster"),
        (REPORT | {"told": "<b>"}, "told: "),
        (REPORT | {"seen": "all"}, "seen: "),
        (REPORT | {"more": 1}, "more: "),
        (REPORT | {"path": "x" * 401}, "path: "),
        (with_body(tag="script"), "body: no element script"),
        (with_body(tag="style"), "body: no element style"),
        (with_body(tag="P onclick=x"), "body"),
        (with_body(children=[True]), "body"),
        (with_body(onclick="x"), "body"),
        (with_body(children=[{"tag": "p"}] * 900), "body: more elements than a report has"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(tmp_path: Path, report: object, line: str) -> None:
    with pytest.raises(BuildError) as caught:
        written(tmp_path, report)
    said = str(caught.value)
    assert said.startswith(f"report.json: no report: {line}"), said
    assert "\n" not in said
    assert len(said) < 300
    assert not (tmp_path / "pages").exists()


def test_deep_elements_are_refused(tmp_path: Path) -> None:
    node: dict[str, Any] = {"tag": "p"}
    for _ in range(200):
        node = {"tag": "p", "children": [node]}
    with pytest.raises(BuildError, match="no report: body: deeper than 120 elements"):
        written(tmp_path, REPORT | {"body": node})


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^none\.json: No such file"):
        reports.write(PROJECT, tmp_path / "none.json", tmp_path)
    (tmp_path / "big.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(BuildError, match=r"^big\.json: larger than any report"):
        reports.write(PROJECT, tmp_path / "big.json", tmp_path)
    (tmp_path / "raw.json").write_bytes(b"\xff\xfe")
    with pytest.raises(BuildError, match=r"^raw\.json: no text"):
        reports.write(PROJECT, tmp_path / "raw.json", tmp_path)
