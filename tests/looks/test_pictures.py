"""The stores' pictures: as many as there should be, each in the size and colours that the stores take."""

import struct
from pathlib import Path

import pictures

PROJECT = Path(__file__).resolve().parents[2]
OPAQUE = 2  # the PNG's colour type: red, green and blue, with no alpha channel


def test_a_languages_pictures_and_the_tiles(tmp_path: Path) -> None:
    assert pictures.main(PROJECT, tmp_path, ["fr"]) == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "store").iterdir()}
    views = ("1-on", "2-verified", "3-popup", "4-sites")
    screens = {f"fr-{scheme}-{view}.png" for scheme in ("light", "dark") for view in views}
    sizes = dict.fromkeys(screens, (1280, 800))
    sizes |= {"tile-small-440x280.png": (440, 280), "tile-marquee-1400x560.png": (1400, 560)}
    assert {name: struct.unpack(">II", data[16:24]) for name, data in made.items()} == sizes
    assert {data[25] for data in made.values()} == {OPAQUE}
    assert len(set(made.values())) == len(made), "two are the same picture"
