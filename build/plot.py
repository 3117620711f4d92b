"""The README's picture of how the cost grows with the page: lines on two logarithmic axes, as SVG."""

from __future__ import annotations

import math
from pathlib import Path

from jinja2 import Environment, StrictUndefined

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 360, 60, 130, 20, 46
LEAST = 0.1  # ms; below it the profiler counts single samples
COLOURS = {"floor": "#51585f", "untick": "#0a6b4f", "autoconsent": "#a1500a"}
TEMPLATE = Path(__file__).with_suffix(".svg.j2")


def draw(costs: dict[int, dict[str, float]], path: Path) -> None:
    """Write the plot of `costs`: rows → extension → ms."""
    rows = sorted(costs)
    most = max(max(one.values()) for one in costs.values())
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x(count: int) -> float:
        share = (math.log10(count) - math.log10(rows[0])) / max(math.log10(rows[-1] / rows[0]), 1e-9)
        return round(LEFT + share * (right - LEFT), 1)

    def y(ms: float) -> float:
        share = math.log10(max(ms, LEAST) / LEAST) / math.log10(max(most, 1) / LEAST)
        return round(bottom - share * (bottom - TOP), 1)

    powers = range(math.ceil(math.log10(LEAST)), math.floor(math.log10(max(most, 1))) + 1)
    text = (
        Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True)
        .from_string(TEMPLATE.read_text("utf-8"))
        .render(
            width=WIDTH,
            height=HEIGHT,
            left=LEFT,
            right=right,
            bottom=bottom,
            y_ticks=[{"at": y(10.0**power), "says": f"{10.0**power:g}"} for power in powers],
            x_ticks=[{"at": x(count), "says": f"{count:,}"} for count in rows],
            lines=[
                {
                    "name": name,
                    "colour": colour,
                    "points": " ".join(f"{x(count)},{y(costs[count][name])}" for count in rows),
                    "end": y(costs[rows[-1]][name]),
                    "last": f"{costs[rows[-1]][name]:.0f}",
                }
                for name, colour in COLOURS.items()
            ],
        )
    )
    path.write_text(text, encoding="utf-8")
