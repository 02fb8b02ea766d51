"""Small signs of the film. Each is drawn around (0, 0) and about 60 wide; `icon` puts it in its place."""
import math

from pen import AMBER, BRICK, CREAM, GREY, INK, MINT, PALE, TEAL, WHITE, pop, smooth


def icon(p, name, x, y, size=60, grown=1.0, turn=0.0, **more):
    """Draw the sign `name` with its middle at (x, y); `grown` from 0 to 1 lets it appear."""
    if grown > 0:
        with p.at(x, y, pop(grown) * size / 60, turn):
            globals()["_" + name](p, **more)


def _clock(p, hour=0.0, share=0.0, colour=TEAL):
    p.disc(0, 0, 29, WHITE)
    if share:
        p.slice(0, 0, 27, -90, 360 * share, AMBER)
    p.disc(0, 0, 28, colour, stroke=4.5)
    angle = 2 * math.pi * hour - math.pi / 2
    p.line([(0, 0), (20 * math.cos(angle), 20 * math.sin(angle))], colour, 4)
    p.line([(0, 0), (13 * math.cos(angle / 12 - 1.2), 13 * math.sin(angle / 12 - 1.2))], colour, 4)
    p.disc(0, 0, 3.5, colour)


def _pencil(p, colour=AMBER):
    p.box(-30, -7, 44, 14, colour, 2)
    p.box(-38, -7, 11, 14, BRICK, 3)
    p.shape([(14, -7), (14, 7), (31, 0)], "#f0d7ae")
    p.shape([(25, -2.5), (25, 2.5), (31, 0)], INK)


def _lens(p, colour=INK):
    p.disc(-5, -5, 21, WHITE, 0.65)
    p.disc(-5, -5, 21, colour, stroke=5)
    p.line([(11, 11), (27, 27)], colour, 8)


def _book(p, colour=TEAL):
    p.shape([(-34, -22), (0, -15), (0, 26), (-34, 19)], WHITE)
    p.shape([(34, -22), (0, -15), (0, 26), (34, 19)], PALE)
    p.line([(-34, -22), (0, -15), (34, -22), (34, 19), (0, 26), (-34, 19)], colour, 4, closed=True)
    p.line([(0, -15), (0, 26)], colour, 4)
    for i in range(3):
        p.line([(-27, -11 + i * 9), (-8, -7 + i * 9)], colour, 2.5, 0.6)
        p.line([(27, -11 + i * 9), (8, -7 + i * 9)], colour, 2.5, 0.6)


def _truck(p, colour=TEAL):
    p.box(-36, -22, 44, 34, colour, 4)
    p.shape([(10, -12), (25, -12), (35, 2), (35, 12), (10, 12)], AMBER)
    p.shape([(15, -7), (23, -7), (29, 2), (15, 2)], WHITE)
    for x in (-20, 22):
        p.disc(x, 14, 8.5, INK)
        p.disc(x, 14, 3.5, WHITE)


def _fish(p, colour=MINT):
    body = smooth([(-22, 0), (-6, -14), (14, -11), (27, 0), (14, 11), (-6, 14), (-22, 0)])
    p.shape(body, colour)
    p.shape([(-20, 0), (-36, -13), (-31, 0), (-36, 13)], colour)
    p.disc(15, -3, 2.6, INK)
    p.line([(3, -6), (6, 0), (3, 6)], TEAL, 2.5)


def _envelope(p, colour=TEAL):
    p.box(-32, -22, 64, 44, WHITE, 5)
    p.box(-32, -22, 64, 44, colour, 5, stroke=4)
    p.line([(-29, -18), (0, 5), (29, -18)], colour, 4)


def _flower(p, colour=BRICK):
    p.line(smooth([(0, 4), (3, 18), (0, 30)]), TEAL, 3.5)
    for i in range(6):
        p.disc(11 * math.cos(i * 1.047), -4 + 11 * math.sin(i * 1.047), 7.5, colour)
    p.disc(0, -4, 6.5, AMBER)


def _die(p, face=5, colour=WHITE):
    p.box(-24, -24, 48, 48, colour, 10)
    p.box(-24, -24, 48, 48, INK, 10, 0.8, stroke=3.5)
    spots = {1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)], 4: [(-1, -1), (1, 1), (-1, 1), (1, -1)],
             5: [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)], 6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)]}
    for x, y in spots[face]:
        p.disc(x * 12, y * 12, 4.6, INK)


def _drawers(p, colour=TEAL, open=0.0):
    p.box(-28, -38, 56, 78, colour, 6)
    for i in range(3):
        slide = 5 * open if i == 1 else 0
        p.box(-23 - slide, -33 + i * 24, 46 + 2 * slide, 20, PALE, 4)
        p.box(-8, -25 + i * 24, 16, 4, INK, 2)


def _house(p, colour=AMBER):
    p.box(-22, -6, 44, 34, colour, 3)
    p.shape([(-30, -4), (0, -30), (30, -4)], BRICK)
    p.box(-6, 8, 12, 20, INK, 2)


def _office(p, colour=TEAL):
    p.box(-24, -32, 48, 62, colour, 4)
    for i in range(9):
        p.box(-17 + (i % 3) * 13, -25 + (i // 3) * 16, 8, 9, AMBER if i in (1, 5, 6) else PALE, 2)


def _bank(p, colour=TEAL):
    p.shape([(-32, -12), (0, -32), (32, -12)], colour)
    for i in range(4):
        p.box(-26 + i * 15.3, -8, 7, 28, colour, 2)
    p.box(-32, 22, 64, 8, colour, 2)


def _rule(p, colour=TEAL):
    p.box(-20, -28, 40, 56, WHITE, 5)
    p.box(-20, -28, 40, 56, colour, 5, stroke=4)
    p.figure(0, -6, "§", 30, colour)
    p.box(-11, 15, 22, 4, colour, 2)


def _link(p, colour=TEAL):
    for dx, dy in ((-11, 6), (11, -6)):
        with p.at(dx, dy, 1, -28):
            p.box(-17, -9, 34, 18, colour, 9, stroke=5)


def _eye(p, colour=INK):
    lid = smooth([(-30, 0), (-14, -14), (0, -18), (14, -14), (30, 0)])
    low = smooth([(30, 0), (14, 14), (0, 18), (-14, 14), (-30, 0)])
    p.shape(lid + low, WHITE)
    p.line(lid + low, colour, 4, closed=True)
    p.disc(0, 0, 10, TEAL)
    p.disc(0, 0, 4.5, INK)


def _calendar(p, colour=TEAL, stop=None):
    p.box(-28, -24, 56, 52, WHITE, 6)
    p.box(-28, -24, 56, 14, colour, 6)
    p.box(-28, -24, 56, 52, colour, 6, stroke=4)
    for i in range(12):
        late = stop is not None and i > stop
        p.box(-21 + (i % 4) * 11.5, -4 + (i // 4) * 10, 7, 6, GREY if late else colour, 2, 0.4 if late else 0.9)
    if stop is not None:
        p.line([(-21 + (stop % 4 + 1) * 11.5 - 2, -10), (-21 + (stop % 4 + 1) * 11.5 - 2, 26)], BRICK, 3.5)


def _board(p, colour=TEAL):
    p.box(-34, -26, 68, 46, colour, 4)
    p.box(-34, -26, 68, 46, "#c98f3a", 4, stroke=4)
    p.line(smooth([(-22, 4), (-12, -10), (-2, 2), (10, -12), (22, -4)]), WHITE, 3)
    p.line([(-20, 20), (-26, 32)], "#c98f3a", 4)
    p.line([(20, 20), (26, 32)], "#c98f3a", 4)


def _case(p, colour=BRICK):
    p.box(-12, -26, 24, 16, colour, 5, stroke=5)
    p.box(-32, -16, 64, 42, colour, 7)
    p.box(-32, 0, 64, 5, INK, 0, 0.4)
    p.box(-6, -3, 12, 12, AMBER, 3)


def _list(p, colour=TEAL):
    p.box(-24, -30, 48, 60, WHITE, 6)
    p.box(-24, -30, 48, 60, colour, 6, stroke=4)
    for i in range(3):
        p.line([(-16, -14 + i * 16), (-12, -10 + i * 16), (-6, -18 + i * 16)], AMBER, 3.5)
        p.line([(1, -14 + i * 16), (15, -14 + i * 16)], colour, 3.5)


def _ruler(p, colour=AMBER):
    with p.at(0, 0, 1, -32):
        p.box(-36, -11, 72, 22, colour, 4)
        for i in range(9):
            p.line([(-29 + i * 7.3, -11), (-29 + i * 7.3, -1 if i % 2 else 3)], INK, 2.4)


def _notes(p, colour=MINT):
    for i, (x, y, turn, tone) in enumerate(((-9, -7, -9, MINT), (8, 6, 6, AMBER))):
        with p.at(x, y, 1, turn):
            p.box(-20, -20, 40, 40, tone, 4)
            p.line(smooth([(-12, -6), (-4, -10), (3, -5), (11, -9)]), INK, 2.6)
            p.line(smooth([(-12, 5), (-4, 1), (5, 6)]), INK, 2.6)


def _heads(p, colour=TEAL):
    for x, tone in ((15, MINT), (-12, colour)):
        p.disc(x, -10, 12, tone)
        p.slice(x, 28, 22, 180, 180, tone)


def _head(p, colour=TEAL, inside=0.0, t=0.0):
    outline = smooth([(14, 34), (12, 20), (24, 16), (22, 2), (28, -2), (20, -18), (4, -32), (-18, -28), (-28, -8), (-20, 12), (-20, 34)])
    p.shape(outline, colour)
    if inside:
        for i in range(5):
            angle = t * 0.9 + i * 1.256
            p.disc(-3 + 12 * math.cos(angle), -9 + 12 * math.sin(angle), 4.6, AMBER if i % 2 else MINT, inside)
        p.disc(-3, -9, 4.5, WHITE, inside)


def _scale(p, colour=INK):
    p.line([(0, -28), (0, 26)], colour, 5)
    p.line([(-16, 28), (16, 28)], colour, 6)
    p.line([(-26, -18), (26, -18)], colour, 4.5)
    for x in (-26, 26):
        p.line([(x, -18), (x - 11, 4), (x + 11, 4)], colour, 2.5, closed=True)
        p.slice(x, 4, 12, 0, 180, AMBER)


def _warn(p, colour=AMBER):
    p.shape([(0, -30), (33, 27), (-33, 27)], colour)
    p.line([(0, -30), (33, 27), (-33, 27)], colour, 7, closed=True)
    p.line([(0, -10), (0, 8)], INK, 6)
    p.disc(0, 18, 3.8, INK)


def _hand(p, colour="#d99f6c"):
    p.box(-18, -6, 36, 38, colour, 13)
    for i, long in enumerate((24, 30, 27, 20)):
        p.box(-18 + i * 9.4, -long, 7.8, long + 8, colour, 4)
    with p.at(-17, 12, 1, -38):
        p.box(-6, -22, 9, 26, colour, 4.5)


def _lock(p, colour=TEAL, open=0.0):
    with p.at(0, -8 - 8 * open):
        p.arc(0, -6, 15, 180, 180, colour, 7)
        p.line([(-15, -6), (-15, 6)], colour, 7)
        p.line([(15, -6), (15, 6 - 6 * open)], colour, 7)
    p.box(-25, -4, 50, 36, colour, 8)
    p.disc(0, 11, 5.5, AMBER)
    p.line([(0, 11), (0, 20)], AMBER, 4.5)


def _shield(p, colour=TEAL):
    body = [(0, -32), (27, -22)] + smooth([(27, -22), (26, 4), (15, 22), (0, 32)]) + smooth([(0, 32), (-15, 22), (-26, 4), (-27, -22)])
    p.shape(body, colour)
    p.line([(-11, 0), (-2, 9), (13, -10)], WHITE, 6)


def _badge(p, colour=AMBER):
    p.box(-28, -16, 56, 40, WHITE, 6)
    p.box(-28, -16, 56, 40, colour, 6, stroke=4)
    p.disc(-13, 0, 6, colour)
    p.slice(-13, 16, 10, 180, 180, colour)
    p.box(2, -4, 20, 5, colour, 2)
    p.box(2, 6, 15, 5, colour, 2)
    p.box(-6, -24, 12, 10, INK, 3)


def _heart(p, colour=BRICK):
    half = smooth([(0, -10), (8, -22), (22, -22), (28, -8), (20, 8), (0, 26)])
    p.shape(half + [(-x, y) for x, y in reversed(half)], colour)


def _coins(p, colour=AMBER):
    for i in range(4):
        p.box(-22, 14 - i * 11, 44, 9, colour, 4.5)
        p.box(-22, 14 - i * 11, 44, 9, INK, 4.5, 0.35, stroke=2)


def _vane(p, colour=INK, point=0.0):
    p.line([(0, -10), (0, 34)], colour, 5)
    with p.at(0, -14, 1, point):
        p.line([(-28, 0), (24, 0)], BRICK, 6)
        p.shape([(22, -9), (36, 0), (22, 9)], BRICK)
        p.shape([(-28, 0), (-36, -9), (-24, -9), (-18, 0), (-24, 9), (-36, 9)], BRICK)
    p.disc(0, -14, 5, colour)


def _calculator(p, colour=TEAL):
    p.box(-22, -30, 44, 60, colour, 7)
    p.box(-16, -24, 32, 14, PALE, 3)
    for i in range(9):
        p.box(-16 + (i % 3) * 11.5, -4 + (i // 3) * 10.5, 8.5, 7.5, AMBER if i == 8 else CREAM, 2)


def _map(p, colour=TEAL):
    for i in range(3):
        lean = 5 if i % 2 else -5
        p.shape([(-33 + i * 22, -20 + lean), (-11 + i * 22, -20 - lean), (-11 + i * 22, 22 - lean), (-33 + i * 22, 22 + lean)], PALE if i % 2 else MINT)
    p.line(smooth([(-26, 10), (-8, -2), (6, 8), (20, -6)]), BRICK, 3.5, dash=(1, 7))
    p.disc(22, -10, 5.5, BRICK)


def _flag(p, colour=TEAL):
    p.line([(-18, -30), (-18, 32)], INK, 5)
    p.shape(smooth([(-16, -29), (4, -33), (24, -26)]) + smooth([(24, -4), (4, -11), (-16, -7)]), colour)


def _mask(p, colour=INK):
    top = smooth([(-34, -10), (-20, -18), (0, -11), (20, -18), (34, -10)])
    low = smooth([(34, -10), (28, 8), (14, 14), (0, 4), (-14, 14), (-28, 8), (-34, -10)])
    p.shape(top + low, colour)
    for x in (-15, 15):
        p.disc(x, -3, 6, WHITE)
