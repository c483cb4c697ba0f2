# SPDX-License-Identifier: Apache-2.0
"""The address spaces of a machine as an SVG picture: a column each, from the lowest address up.

Boxes are equally high, whatever their size: a memory of a gigabyte would leave nothing of a uart.
"""

from html import escape

from machine_pages.emulator import Machine, Window

_COLUMN = 330
_BOX_LEFT = 110
_BOX_WIDTH = 190
_ROW = 30
_GAP = 12
_TOP = 40
_STYLE = (
    "text { font: 12px monospace; } .title { font: bold 14px sans-serif; } "
    "rect { fill: #e8eef7; stroke: #456; }"
)
_BOTTOM = 24


def memory_map(machine: Machine) -> str:
    """Draws all address spaces side by side."""
    columns = [machine.windows_of(space) for space in machine.spaces]
    heights = [_height(windows) for windows in columns]
    height = _TOP + max(heights, default=0) + _BOTTOM
    width = _COLUMN * max(len(columns), 1)
    body = "".join(
        _column(space, windows, number * _COLUMN)
        for number, (space, windows) in enumerate(zip(machine.spaces, columns))
    )
    return (
        "<!-- Generated from machines/ by tools/draw-machines.  Do not edit. -->\n"
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">\n'
        f"<title>Address spaces of {escape(machine.name)}</title>\n"
        f"<style>{_STYLE}</style>\n{body}</svg>\n"
    )


def _height(windows: list[Window]) -> int:
    return sum(_ROW + _GAP * has_gap for has_gap in _gaps(windows))


def _gaps(windows: list[Window]) -> list[bool]:
    """Tells of each window whether nothing is right before it."""
    ends = [None, *(window.last for window in windows)]
    return [end is not None and end + 1 < w.first for end, w in zip(ends, windows)]


def _column(space: str, windows: list[Window], left: int) -> str:
    box = left + _BOX_LEFT
    lines = [f'<text class="title" x="{box}" y="24">{escape(space)}</text>']
    top = _TOP
    for window, has_gap in zip(windows, _gaps(windows)):
        top += _GAP * has_gap
        lines.append(f'<rect x="{box}" y="{top}" width="{_BOX_WIDTH}" height="{_ROW}"/>')
        lines.append(
            f'<text x="{box - 6}" y="{top + 19}" text-anchor="end">{window.first:x}</text>'
        )
        lines.append(f'<text x="{box + 8}" y="{top + 19}">{escape(window.region)}</text>')
        top += _ROW
    return "\n".join(lines) + "\n"
