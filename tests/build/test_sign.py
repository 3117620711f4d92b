"""What goes to the stores, and what comes back, tried on a stand-in of their services."""

import base64
import hashlib
import hmac
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import gather
import listing
import package
import pytest
import release
import sign
from errors import BuildError
from stores import SIGNED, Stores, serving

PROJECT = Path(__file__).resolve().parents[2]
VERSION = package.version(PROJECT)
ID = "{4859d80f-a009-48f8-a69d-9131470f36f9}"
SECRET = "not to be seen"  # noqa: S105 - opens nothing
# The tool knows only the store's own address.
REDIRECT = """
const real = globalThis.fetch;
globalThis.fetch = (url, options) => real(String(url).replace(/^https:\\/\\/[^/]+/, "ADDRESS"), options);
"""


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stores]:
    with serving() as server:
        redirect = tmp_path / "redirect.mjs"
        redirect.write_text(REDIRECT.replace("ADDRESS", server.address), "utf-8")
        monkeypatch.setenv("WEB_EXT_AMO_BASE_URL", f"{server.address}/api/v5/")
        monkeypatch.setenv("WEB_EXT_API_KEY", "user:1:2")
        monkeypatch.setenv("WEB_EXT_API_SECRET", SECRET)
        for key in sign.CHROME_KEYS:
            monkeypatch.setenv(key, key.lower())
        yield server


@pytest.fixture
def released(project: Path) -> Path:
    """Give a copy of the project with a small release."""
    return _released(project, {})


def _released(project: Path, more: dict[str, str]) -> Path:
    folder = project / "dist" / release.FOLDER
    folder.mkdir(parents=True)
    gecko = {"id": ID, "strict_min_version": "153.0", **more}
    manifest = {
        "manifest_version": 3,
        "name": "Untick",
        "version": VERSION,
        "browser_specific_settings": {"gecko": gecko},
    }
    zipped = package.archive({"manifest.json": json.dumps(manifest).encode(), "a/b.js": b"1"})
    for browser in ("chrome", "firefox"):
        (folder / f"untick-{VERSION}-{browser}.zip").write_bytes(zipped)
    release.source(folder, VERSION).write_bytes(package.archive({"README.md": b"all"}))
    facts = gather.load(project / "extension")
    texts = listing.amo(listing.load(project), facts, "New.", release.rebuild(None))
    (folder / listing.AMO).write_text(texts, "utf-8")
    return project


def test_a_package_comes_back_signed(
    stores: Stores, released: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert sign.firefox(released, released / "dist", "unlisted") == 0
    folder = released / "dist" / "release"
    assert (folder / f"untick-{VERSION}.xpi").read_bytes() == SIGNED
    assert not (folder / package.UPDATES).exists()
    sums = (folder / release.SUMS).read_text("utf-8")
    assert f"{hashlib.sha256(SIGNED).hexdigest()}  untick-{VERSION}.xpi\n" in sums
    upload = stores.sent("POST", "/upload/").sent
    assert upload["channel"] == b"unlisted"
    with zipfile.ZipFile(io.BytesIO(upload["upload"])) as sent:
        assert sorted(name for name in sent.namelist() if not name.endswith("/")) == [
            "a/b.js",
            "manifest.json",
        ]
    assert stores.sent("PATCH", "/versions/7/").sent["source"] == release.source(folder, VERSION).read_bytes()
    head, body, signature = stores.requests[0].authorization.removeprefix("JWT ").split(".")
    mac = hmac.new(SECRET.encode(), f"{head}.{body}".encode(), "sha256").digest()
    assert base64.urlsafe_b64decode(f"{signature}=") == mac
    said = capfd.readouterr()
    assert f"signed: dist/release/untick-{VERSION}.xpi" in said.out
    assert SECRET not in said.out + said.err


def test_a_listed_one_is_sent_with_its_texts_and_not_waited_for(stores: Stores, released: Path) -> None:
    assert sign.firefox(released, released / "dist", "listed") == 0
    sent = stores.sent("PUT", "%7D/").sent
    assert sent["categories"] == ["privacy-security"]
    assert {"en-US", "fr"} <= sent["description"].keys()
    assert sent["version"]["license"] == "MIT"
    assert sent["version"]["release_notes"] == {"en-US": "New."}
    assert "docs/rebuild.md" in sent["version"]["approval_notes"]
    assert not list((released / "dist" / "release").glob("*.xpi"))
    assert not [each for each in stores.requests if each.method == "GET" and "/versions/" in each.path]


def test_the_update_manifest_leads_to_the_signed_package(stores: Stores, project: Path) -> None:
    """By https://extensionworkshop.com/documentation/manage/updating-your-extension/."""
    _released(project, {"update_url": "https://example.org/untick/updates.json"})
    with pytest.raises(BuildError, match=r"^sign: made with --update-url, .* release without it$"):
        sign.firefox(project, project / "dist", "listed")
    assert stores.requests == []
    assert sign.firefox(project, project / "dist", "unlisted") == 0
    assert json.loads((project / "dist/release/updates.json").read_text("utf-8")) == {
        "addons": {
            ID: {
                "updates": [
                    {
                        "version": VERSION,
                        "update_link": f"https://example.org/untick/untick-{VERSION}.xpi",
                        "update_hash": f"sha256:{hashlib.sha256(SIGNED).hexdigest()}",
                        "applications": {"gecko": {"strict_min_version": "153.0"}},
                    }
                ]
            }
        }
    }


def test_chromes_store_gets_the_package_as_it_is(
    stores: Stores, released: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NODE_OPTIONS", f"--import={(tmp_path / 'redirect.mjs').as_uri()}")
    assert sign.chrome(released, released / "dist") == 0
    token = stores.sent("POST", "/token").sent
    assert (token["client_id"], token["client_secret"]) == ("client_id", "client_secret")
    upload = stores.sent("POST", "/upload/v2/publishers/publisher_id/items/extension_id:upload")
    assert upload.authorization == "Bearer let me in"
    assert upload.sent == (released / f"dist/release/untick-{VERSION}-chrome.zip").read_bytes()
    assert not [each for each in stores.requests if each.path.endswith(":publish")]
    stores.invalid = "no"
    with pytest.raises(BuildError, match=r"^the store did not take it; what it said stands above$"):
        sign.chrome(released, released / "dist")


def test_a_package_that_the_store_refuses(
    stores: Stores, released: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    stores.invalid = "something is wrong"
    with pytest.raises(BuildError, match=r"^the store did not take it; what it said stands above$"):
        sign.firefox(released, released / "dist", "unlisted")
    said = capfd.readouterr()
    assert "something is wrong" in said.out + said.err


def test_what_is_missing_is_named(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in (*sign.AMO_KEYS, *sign.CHROME_KEYS):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("WEB_EXT_API_KEY", "user:1:2")
    with pytest.raises(
        BuildError, match=r"^WEB_EXT_API_SECRET: not set in the environment; https://addons\."
    ):
        sign.firefox(released, released / "dist", "unlisted")
    with pytest.raises(
        BuildError, match=r"^CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, PUBLISHER_ID, EXTENSION_ID: "
    ):
        sign.chrome(released, released / "dist")
    (released / f"dist/release/untick-{VERSION}-firefox.zip").unlink()
    with pytest.raises(BuildError, match=r"firefox\.zip: missing; make it by `uv run build release`$"):
        sign.firefox(released, released / "dist", "unlisted")
