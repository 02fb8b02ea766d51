"""The things that come back in the film: papers, the machine, people, and the three signs."""
import math

from pen import AMBER, BRICK, CREAM, GREY, INK, MINT, PALE, SAND, TEAL, WHITE, pop


def sign(p, kind, x, y, r=26, grown=1.0):
    """Draw one of the three signs: `tick` (useful), `cross` (wrong), `ring` (neither), or `ask`."""
    if grown <= 0:
        return
    with p.at(x, y, pop(grown) * r / 26):
        if kind == "ring":
            p.disc(0, 0, 26, CREAM)
            p.disc(0, 0, 20, AMBER, stroke=6, dash=(0.1, 10.4))
        else:
            p.disc(0, 0, 26, {"tick": TEAL, "cross": BRICK, "ask": GREY}[kind])
            if kind == "tick":
                p.line([(-11, 1), (-3, 10), (12, -9)], WHITE, 5.5)
            elif kind == "cross":
                p.line([(-9, -9), (9, 9)], WHITE, 5.5)
                p.line([(9, -9), (-9, 9)], WHITE, 5.5)
            else:
                p.figure(0, 0, "?", 30, WHITE)


def paper(p, x, y, w=120, h=150, lines=6, colour=TEAL, share=1.0, turn=0.0, seed=1, marked=None, mark=AMBER):
    """Draw a sheet with its middle at (x, y): bars stand for lines of text. `share` writes only the first part."""
    with p.at(x, y, 1, turn):
        p.box(-w / 2 + 3, -h / 2 + 4, w, h, INK, 7, 0.10)
        p.box(-w / 2, -h / 2, w, h, WHITE, 7)
        p.box(-w / 2, -h / 2, w, h, INK, 7, 0.12, stroke=1.2)
        pitch = (h - 24) / lines
        for i in range(lines):
            part = min(1.0, max(0.0, share * lines - i))
            if part <= 0:
                break
            full = (w - 26) * (0.62 + 0.38 * abs(math.sin(seed * 3.7 + i * 2.3)))
            top = -h / 2 + 14 + i * pitch
            if marked is not None and i in marked:
                p.box(-w / 2 + 8, top - 4, w - 16, min(13, pitch * 0.8) + 2, mark, 3, 0.55)
            p.box(-w / 2 + 13, top, full * part, min(6, pitch * 0.45), colour, 3, 0.8 if i else 1.0)


def machine(p, x, y, scale=1.0, t=0.0, working=0.0):
    """Draw the machine that writes, with its middle at (x, y). It has no face: it is a tool."""
    with p.at(x, y, scale):
        p.box(-74, -52, 148, 112, INK, 16, 0.10)
        p.box(-78, -58, 148, 112, TEAL, 16)
        p.box(-64, -44, 120, 52, CREAM, 9)
        for i in range(5):
            high = 6 + 13 * abs(math.sin(t * (1.1 + 0.17 * i) + i * 1.4)) * (0.35 + 0.65 * working)
            p.box(-50 + i * 20, -18 - high, 11, 2 * high, MINT if i % 2 else AMBER, 4)
        for i in range(3):
            lit = 0.35 + 0.65 * (0.5 + 0.5 * math.sin(t * 3 - i * 1.1)) * working
            p.disc(-52 + i * 16, 24, 4.5, AMBER, lit)
        p.box(-8, 19, 62, 9, INK, 4, 0.55)
        p.box(-60, 54, 22, 10, INK, 3)
        p.box(30, 54, 22, 10, INK, 3)


SKINS = {"light": "#f0c8a4", "warm": "#d99f6c", "brown": "#a8693f", "dark": "#6b4128"}


def person(p, x, y, scale=1.0, skin="warm", hair="#2b1d16", style="short", clothes=MINT, mood=1.0, look=0.0, breath=0.0, tie=False):
    """Draw a person from the chest up; (x, y) is the middle of the lower edge. `mood` from -1 (sad) to 1 (glad)."""
    tone = SKINS[skin]
    with p.at(x, y + 1.2 * math.sin(breath * 1.6), scale):
        if style == "long":
            p.box(-31, -118, 62, 78, hair, 26)
        p.box(-52, -52, 104, 90, clothes, 38)
        p.box(-10, -68, 20, 26, tone, 9)
        if tie:
            p.shape([(-14, -52), (14, -52), (0, -30)], WHITE)
            p.shape([(-5, -46), (5, -46), (7, -16), (0, -8), (-7, -16)], BRICK)
        if style == "scarf":
            p.disc(0, -92, 36, hair)
            p.box(-30, -78, 60, 38, hair, 18)
        if style == "curly":
            for i in range(9):
                angle = math.pi * (0.92 + 1.16 * i / 8)
                p.disc(29 * math.cos(angle), -94 + 28 * math.sin(angle), 14, hair)
        p.disc(0, -90, 27, tone)
        if style in ("short", "long", "bun"):
            p.slice(0, -97, 27.5, 180, 180, hair)
            p.box(-28, -101, 8, 18, hair, 4)
            p.box(20, -101, 8, 18, hair, 4)
        if style == "bun":
            p.disc(0, -124, 11, hair)
        if style == "scarf":
            p.arc(0, -90, 29, 180, 180, hair, 9)
        if style == "bald":
            p.arc(0, -90, 27, 20, 140, "#d8d2c6", 7)
        for side in (-1, 1):
            p.disc(side * 9 + 4 * look, -87, 2.8, INK)
        bend = 4.5 * mood
        p.line([(-7 + 4 * look, -76 - bend * 0.2), (-3.5 + 4 * look, -76 + bend * 0.55), (3.5 + 4 * look, -76 + bend * 0.55), (7 + 4 * look, -76 - bend * 0.2)], INK, 2.4)


def fatima(p, x, y, scale=1.0, **more):
    """Draw Fatima, the teacher."""
    person(p, x, y, scale, skin="warm", hair=TEAL, style="scarf", clothes=AMBER, **more)


def marc(p, x, y, scale=1.0, **more):
    """Draw Marc, of the transport company."""
    person(p, x, y, scale, skin="dark", hair="#1c1512", style="short", clothes=MINT, **more)


def olena(p, x, y, scale=1.0, **more):
    """Draw Olena, who leads a team."""
    person(p, x, y, scale, skin="light", hair="#b9813c", style="bun", clothes=BRICK, **more)


def iker(p, x, y, scale=1.0, **more):
    """Draw Iker, of the workshop."""
    person(p, x, y, scale, skin="light", hair="#4a3527", style="bald", clothes=TEAL, **more)


def zhen(p, x, y, scale=1.0, **more):
    """Draw Zhen, who makes posters."""
    person(p, x, y, scale, skin="light", hair="#15110f", style="long", clothes=AMBER, **more)


def desk(p, x, y, w):
    """Draw a table top from x, w wide, whose upper edge is at y."""
    p.box(x + 10, y + 8, w - 20, 84, "#e3d8c0", 4)
    p.box(x, y, w, 13, "#c98f3a", 6)


def bubble(p, x, y, w, h, colour=WHITE, tail=-1, grown=1.0):
    """Draw a speech bubble with its middle at (x, y); the tail is at the left (-1) or the right (1)."""
    if grown <= 0:
        return
    with p.at(x, y, pop(grown)):
        p.box(-w / 2 + 3, -h / 2 + 5, w, h, INK, 16, 0.10)
        p.box(-w / 2, -h / 2, w, h, colour, 16)
        p.shape([(tail * w * 0.30 - 10, h / 2 - 2), (tail * w * 0.30 + 12, h / 2 - 2), (tail * w * 0.42, h / 2 + 18)], colour)


def card(p, x, y, w, h, colour=WHITE, grown=1.0, edge=None):
    """Draw a plain card with its middle at (x, y)."""
    if grown <= 0:
        return
    with p.at(x, y, pop(grown)):
        p.box(-w / 2 + 3, -h / 2 + 5, w, h, INK, 16, 0.08)
        p.box(-w / 2, -h / 2, w, h, colour, 16)
        if edge:
            p.box(-w / 2, -h / 2, w, h, edge, 16, stroke=3)


def backdrop(p, t, chapter, chapters=5):
    """Draw the ground of every picture: a wall, a floor, a soft circle that drifts, and which chapter this is."""
    p.box(-5, -5, 864, 490, CREAM, 0)
    places = [(680, 150, 210), (170, 120, 190), (430, 210, 230), (720, 250, 200), (200, 220, 220)]
    x, y, r = places[chapter % 5]
    p.disc(x + 8 * math.sin(t * 0.12), y + 6 * math.cos(t * 0.1), r, PALE, 0.75)
    p.box(-5, 385, 864, 100, SAND, 0)
    p.box(-5, 384, 864, 2, INK, 0, 0.10)
    for i in range(chapters):
        if i == chapter:
            p.box(28 + i * 20, 22, 24, 9, TEAL, 4.5)
        else:
            p.disc(32.5 + i * 20 + (15 if i > chapter else 0), 26.5, 4.5, TEAL if i < chapter else GREY, 0.9 if i < chapter else 0.6)
