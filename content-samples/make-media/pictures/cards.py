"""Draws the pictures that carry words: cards one below another, so that they can be read on a telephone 320 points wide.

A picture is 480 wide, so that words of 21 units are 14 points high there. Browsers draw a picture in a page with the reader's own
fonts; the widths below are those of a wide one, and a line that fits here fits with narrower ones too.
"""
from xml.sax.saxutils import escape

from signs import AMBER, BRICK, INK, MINT, PAPER, PIN, ROSE, SIGNS, TEAL, WHITE

WIDE = 480
FONTS = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif"
COLOURS = {"teal": TEAL, "mint": MINT, "amber": AMBER, "brick": BRICK}
DARK = (TEAL, BRICK)
TITLE, TEXT = 25, 21


def width(words, size, bold=False):
    """Return about how wide the words are in a wide font."""
    units = 0.0
    for letter in words:
        if letter in "iljftI.,:;'’!|()· ":
            units += 0.37
        elif letter in "mwMW@%":
            units += 0.97
        else:
            units += 0.7 if letter.isupper() else 0.62
    return units * size * (1.1 if bold else 1)


def wrap(words, size, room, bold=False):
    """Return the words in lines that fit the room; a word that does not fit is an error of the texts."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold) <= room:
            lines[-1] = longer
        elif width(word, size, bold) <= room:
            lines.append(word)
        else:
            raise ValueError(f"“{word}” does not fit {room} units at {size}")
    return [line for line in lines if line]


def text(x, y, words, size, colour=INK, bold=False, anchor="start"):
    """Return one line of words."""
    weight = ' font-weight="700"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{colour}"{weight}{place}>{escape(words)}</text>'


def paragraph(x, y, lines, size, step, **more):
    """Return lines below one another; y is the first baseline."""
    return "".join(text(x, y + at * step, line, size, **more) for at, line in enumerate(lines))


def box(x, y, wide, high, fill=WHITE, edge=None, round_=14):
    """Return a rounded rectangle."""
    stroke = f' stroke="{edge}" stroke-width="3"' if edge else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="{round_}" fill="{fill}"{stroke}/>'


def mark(x, y, card, radius=34):
    """Return the circle of a card, with its sign, number or letters."""
    colour = COLOURS[card["colour"]]
    inner = f'<g transform="translate({x:g} {y:g})">{SIGNS[card["sign"]]}</g>' if "sign" in card else ""
    if "letters" in card:
        light = PAPER if colour in DARK else INK
        return box(x - radius, y - radius, 2 * radius, 2 * radius, colour) + text(x, y + 10, card["letters"], 29, light, True, "middle")
    if "number" in card and not inner:
        light = PAPER if colour in DARK else INK
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius}" fill="{colour}"/>' + text(x, y + 11, str(card["number"]), 32, light, True, "middle")
    badge = ""
    if "number" in card:
        badge = f'<circle cx="{x - 27:g}" cy="{y - 25:g}" r="15" fill="{INK}"/>' + text(x - 27, y - 18, str(card["number"]), 19, WHITE, True, "middle")
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius}" fill="{colour}"/>{inner}{badge}'


def arrow_down(x, y, long, colour=INK):
    """Return a short arrow that points down and ends `long` below y."""
    return f'<path d="M{x:g} {y:g}v{long - 10:g}" stroke="{colour}" stroke-width="5" stroke-linecap="round"/><path d="M{x:g} {y + long:g}l-9-12h18z" fill="{colour}"/>'


def way_back(x, low, high, edge):
    """Return an arrow on the right that leads from a lower card up to a higher one; both begin at `edge`."""
    return (f'<path d="M{edge:g} {low:g}H{x:g}V{high:g}H{edge + 14:g}" fill="none" stroke="{AMBER}" stroke-width="7" stroke-linejoin="round"/>'
            f'<path d="M{edge + 2:g} {high:g}l16-11v22z" fill="{AMBER}"/>')


def cards(picture, words):
    """Return the drawing and its height: one card below another, joined as the picture says."""
    loop = picture.get("loop")
    wide = WIDE - 40 - (36 if loop else 0)
    line = picture.get("join") == "line"
    gap = 26 if picture.get("join") == "arrow" else 16
    parts, middles, y = [], [], 20
    for card, said in zip(picture["card"], words["card"], strict=True):
        room = wide - 104 - 16
        title = wrap(said["title"], TITLE, room, True)
        body = wrap(said["text"], TEXT, room)
        pill = wrap(said["more"], TEXT - 1, room - 20, True) if "more" in said else []
        high = 24 + 30 * len(title) + 27 * len(body) + (18 + 27 * len(pill) if pill else 0) + 8
        high = max(high, 100)
        middle = y + (54 if pill or len(title) + len(body) > 3 else high / 2)
        if line:
            if middles:
                dots = ' stroke-dasharray="1 15"' if card.get("open") else ""
                parts.insert(0, f'<path d="M72 {middles[-1]:g}V{middle:g}" stroke="{COLOURS[card["colour"]]}" stroke-width="8" stroke-linecap="round"{dots}/>')
        else:
            parts.append(box(20, y, wide, high, WHITE, COLOURS[card["colour"]]))
        parts.append(mark(72, middle, card))
        first = y + 24 + TITLE * 0.55
        if not pill and high == 100:
            first += (100 - 32 - 30 * len(title) - 27 * len(body)) / 2
        parts.append(paragraph(124, first, title, TITLE, 30, bold=True))
        first += 30 * len(title)
        parts.append(paragraph(124, first, body, TEXT, 27))
        if pill:
            top = first + 27 * (len(body) - 1) + 16
            parts.append(box(116, top, room + 12, 12 + 27 * len(pill), COLOURS.get(card.get("shade"), ROSE), round_=10))
            parts.append(paragraph(128, top + 26, pill, TEXT - 1, 27, bold=True))
        if picture.get("join") == "arrow" and len(middles) + 1 < len(picture["card"]):
            parts.append(arrow_down(72, y + high + 2, gap - 3))
        middles.append(middle)
        y += high + gap
    y -= gap
    if loop:
        parts.append(way_back(WIDE - 22, middles[loop[0] - 1], middles[loop[1] - 1], 20 + wide))
    if "below" in words:
        lines = wrap(words["below"], TEXT + 1, WIDE - 80, True)
        y += 18
        parts.append(box(20, y, WIDE - 40, 22 + 29 * len(lines), TEAL))
        parts.append(paragraph(WIDE / 2, y + 34, lines, TEXT + 1, 29, colour=PAPER, bold=True, anchor="middle"))
        y += 22 + 29 * len(lines)
    return "".join(parts), y + 20


def results(picture, words):
    """Return cards and, below, the list of a map in which the first shop is marked."""
    drawn, y = cards(picture, words)
    parts = [drawn, arrow_down(WIDE / 2, y - 14, 34, TEAL), text(WIDE / 2, y + 50, words["list"], TEXT + 1, TEAL, True, "middle")]
    y += 68
    for at, (name, tail) in enumerate(((230, 60), (190, 46), (210, 30))):
        parts.append(box(60, y, 360, 42, AMBER if at == 0 else WHITE, INK, 10))
        parts.append(f'<g transform="translate(88 {y + 21}) scale(.55)">{PIN.format(TEAL, WHITE)}</g>')
        parts.append(f'<path d="M116 {y + 21}h{name - 60}" stroke="{INK}" stroke-width="7" stroke-linecap="round"/>')
        parts.append(f'<path d="M336 {y + 21}h{tail}" stroke="{TEAL}" stroke-width="7" stroke-linecap="round"/>')
        y += 52
    return "".join(parts), y + 10


def grid(picture, words):
    """Return cards in two columns; the last one takes both when their number is odd."""
    parts, y = [], 20
    every = list(zip(picture["card"], words["card"], strict=True))
    for at in range(0, len(every), 2):
        row = every[at:at + 2]
        wide = (WIDE - 56) / 2 if len(row) == 2 else WIDE - 40
        titles = [wrap(said["title"], TITLE - 3, wide - 66, True) for _, said in row]
        bodies = [wrap(said["text"], TEXT - 1, wide - 28) for _, said in row]
        head = 62 + 27 * (max(map(len, titles)) - 1)
        high = head + 26 * max(map(len, bodies)) + 10
        for column, ((card, _), title, body) in enumerate(zip(row, titles, bodies)):
            x = 20 + column * (wide + 16)
            colour = COLOURS[card["colour"]]
            parts.append(box(x, y, wide, high, WHITE, colour))
            parts.append(f'<circle cx="{x + 32:g}" cy="{y + 34:g}" r="19" fill="{colour}"/>')
            parts.append(text(x + 32, y + 41, str(card["number"]), 21, PAPER if colour in DARK else INK, True, "middle"))
            parts.append(paragraph(x + 60, y + 42, title, TITLE - 3, 27, bold=True))
            parts.append(paragraph(x + 16, y + head + 16, body, TEXT - 1, 26))
        y += high + 16
    return "".join(parts), y + 4


def days(picture, words):
    """Return two weeks of days in two rows, and below them what runs from the day of the notice."""
    parts = [text(20, 46, words["first"], TITLE, bold=True), text(20, 76, words["first_day"], TEXT)]
    for day in range(15):
        x, y = 20 + (day % 8) * 55.6, 94 + day // 8 * 62
        fill = {0: AMBER, 14: TEAL}.get(day, MINT)
        parts.append(box(x, y, 50, 54, fill, round_=9) + text(x + 25, y + 35, str(day), 23, PAPER if day == 14 else INK, True, "middle"))
    parts.append(text(460, 246, words["last"], TITLE, bold=True, anchor="end") + text(460, 276, words["last_day"], TEXT, anchor="end"))
    parts.append(arrow_down(WIDE / 2, 290, 34) + text(WIDE / 2, 356, words["notice"], TEXT + 1, bold=True, anchor="middle"))
    y = 376
    for card, said in zip(picture["card"], words["card"], strict=True):
        parts.append(box(20, y, 440, 96, WHITE, COLOURS[card["colour"]]) + mark(72, y + 48, card))
        parts.append(text(124, y + 43, said["title"], TITLE, bold=True))
        parts.append(paragraph(124, y + 73, wrap(said["text"], TEXT, 330), TEXT, 27))
        y += 112
    return "".join(parts), y + 4


LAYOUTS = {"cards": cards, "results": results, "grid": grid, "days": days}


def svg(picture, words):
    """Return the whole picture."""
    inside, high = LAYOUTS[picture.get("layout", "cards")](picture, words)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:g}" width="{WIDE}" height="{high:g}" font-family="{FONTS}">\n'
            f'<rect width="{WIDE}" height="{high:g}" rx="18" fill="{PAPER}"/>\n{inside}\n</svg>\n')
