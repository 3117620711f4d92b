"""Which of Untick's languages a person gets, by what their browser tells it."""

from drawn import CODES, draw
from page import Page
from tricks import call

PICKS = {
    # The site's own old codes.
    "iw": "he", "in": "id", "no": "nb", "tl": "fil",
    # Other regions, and scripts by region.
    "fr-CA": "fr", "pt": "pt_BR", "pt-PT": "pt_BR", "es-419": "es", "zh": "zh_CN", "zh-SG": "zh_CN",
    "zh-Hans": "zh_CN", "zh-HK": "zh_TW", "zh-Hant": "zh_TW", "nn-NO": "nb", "ar-AE": "ar",
    "pa-IN": "pa", "in-ID": "id",
    # Another script is another language to read.
    "pa-PK": "en",
    # What nobody speaks, and what is no language.
    "is": "en", "x-klingon": "en", "C": "en", "": "en",
}  # fmt: skip


def test_every_language_and_its_other_names(page: Page) -> None:
    draw(page, "sheets/cell.html")
    wanted = {code.replace("_", "-"): code for code in CODES} | PICKS
    assert (
        call(page, "return Object.fromEntries(a[0].map((tag) => [tag, Cell.pick([tag])]))", list(wanted))
        == wanted
    )
    assert call(page, "return Cell.pick(['is', 'zz', 'de-CH', 'fr'])") == "de"
