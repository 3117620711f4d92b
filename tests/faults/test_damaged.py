"""A damaged profile: what is kept cannot be read. The click works, and nothing of it is touched."""

from pathlib import Path

from outside import UUID, another
from popup import IDS
from standin import AI_KEY, Site
from tricks import press, seed, shown, visit

POPUP, OPTIONS, RECEIPTS = "popup/popup.html", "options/options.html", "receipts/receipts.html"
AGE = "/mypreferences/d/settings/ads-by-age"
FOLDERS = {
    "chrome": "*/Local Extension Settings/*",
    "firefox": f"storage/default/moz-extension+++{UUID}*/idb",
}


def test_the_click_works_though_nothing_kept_can_be_read(
    browser_name: str, site: Site, dist: Path, tmp_path: Path
) -> None:
    site.reset()
    with another(browser_name, site, dist, tmp_path) as page:
        visit(page, POPUP)
        seed(page, {"version": 1, "options": {"banner": "page"}})
    (folder,) = tmp_path.glob(FOLDERS[browser_name])
    # Where the browser wants its folder lies something else.
    folder.rename(tmp_path / "kept")
    folder.write_text("no folder", "utf-8")
    with another(browser_name, site, dist, tmp_path) as page:
        # An option that is kept would have no banner here.
        page.open(AGE)
        page.wait_state("elsewhere")
        page.act("turn-off")
        page.wait_state("verified", timeout=30)
        assert site.account.writes == [(AI_KEY, False)]
        page.open(AGE)
        page.never("elsewhere")
        page.open_extension(POPUP)
        assert "cannot be read" in shown(page, "[data-kind=unreadable]").text
        assert shown(page, f"[data-setting={IDS[0]}]").get_attribute("data-state") == "off"
        page.open_extension(OPTIONS)
        shown(page, "[data-kind=unreadable]")
        press(page, "[name=banner][value=page]")
        page.until(lambda: "Only until" in shown(page, "header [role=status]").text, says="told")
        for _ in range(2):  # it asks once more
            press(page, '[data-action="erase"]')
        page.until(lambda: "did not work" in shown(page, "header [role=status]").text, 20, "told")
        page.open_extension(RECEIPTS)
        shown(page, "[data-kind=unreadable]")
    assert folder.read_text("utf-8") == "no folder"
    folder.unlink()
    (tmp_path / "kept").rename(folder)
    with another(browser_name, site, dist, tmp_path) as page:
        visit(page, OPTIONS)
        assert shown(page, "[name=banner][value=page]").is_selected()
        assert not page.driver.find_elements("css selector", "[data-kind=unreadable]")
