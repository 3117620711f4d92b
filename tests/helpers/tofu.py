"""A font with the same box, or nothing, for every character: how a script looks that no font has."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # it has no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # type: ignore[import-untyped]

EM = 1000
ASCENT, DESCENT = 1069, 293  # as Noto Sans
# Spaces that few fonts have: a browser makes them of others.
THIN = {*range(0x2000, 0x200B), 0x202F}
# Arabic letters in their drawn forms: a shaper that finds these joins each pair of boxes into one.
FORMS = {*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)}
SURROGATES = {*range(0xD800, 0xE000)}


def write(path: Path, width: int) -> None:
    """Write the font as a TrueType file; `width`: of each box in thousandths of an em, 0 for no ink."""
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((60, -100))
        for corner in ((60, 740), (width - 60, 740), (width - 60, -100)):
            pen.lineTo(corner)
        pen.closePath()
    glyph = pen.glyph()
    made = FontBuilder(EM)
    made.setupGlyphOrder([".notdef", "box"])
    made.setupGlyf({".notdef": glyph, "box": glyph})
    made.setupHorizontalMetrics({".notdef": (width, 60), "box": (width, 60)})
    made.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    made.setupCharacterMap({})
    # Format 13 alone maps many characters to one glyph.
    every = CmapSubtable.newSubtable(13)
    every.format, every.platformID, every.platEncID = 13, 3, 10
    every.reserved = every.length = every.language = 0
    every.cmap = dict.fromkeys({*range(0x20, 0x20000)} - THIN - FORMS - SURROGATES, "box")
    made.font["cmap"].tables.append(every)
    made.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    made.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, usWinAscent=ASCENT, usWinDescent=DESCENT)
    made.setupPost()
    made.save(path)
