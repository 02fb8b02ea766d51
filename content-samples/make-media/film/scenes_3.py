"""Chapter 3: when it is useful."""
import math

from icons import icon
from pen import AMBER, BRICK, GREY, INK, MINT, PALE, SAND, TEAL, WHITE, ease, mix, smooth
from things import bubble, card, desk, fatima, iker, machine, paper, person, sign


def balance(p, s):
    """Making on one side, checking on the other."""
    tilt = mix(0, 13, s.on(0, 2.4, 1.4)) + 0.6 * math.sin(s.t)
    with p.faint(1 - 0.8 * s.on(1)):
        p.line([(427, 150), (427, 350)], INK, 9)
        p.line([(360, 356), (494, 356)], INK, 12)
        with p.at(427, 150, 1, tilt):
            p.line([(-220, 0), (220, 0)], INK, 8)
            p.disc(0, 0, 13, AMBER)
        for side, drop in ((-1, -1), (1, 1)):
            x = 427 + side * 220 * math.cos(math.radians(tilt))
            y = 150 + side * 220 * math.sin(math.radians(tilt))
            p.line([(x, y), (x - 56, y + 92)], INK, 3)
            p.line([(x, y), (x + 56, y + 92)], INK, 3)
            p.slice(x, y + 90, 64, 0, 180, TEAL)
            if side < 0:
                icon(p, "lens", x, y + 64, 58, s.raw(0, 0.8))
            else:
                icon(p, "pencil", x - 4, y + 52, 84, s.raw(0, 1.6), turn=-55)
                icon(p, "clock", x + 34, y + 62, 44, s.raw(0, 2.0), hour=s.t / 10)
    if s.on(1) > 0:
        up = s.on(2)
        with p.at(427, mix(200, 120, up), mix(1, 0.62, up)):
            card(p, 0, 0, 250, 220, TEAL, s.raw(1, 0.1, 0.6))
            icon(p, "lens", 0, 2, 150, s.raw(1, 0.5, 0.6), colour=INK)
            p.disc(112, -98, 30, AMBER, s.on(1, 1.0))
            p.figure(112, -98, "1", 36, INK, s.on(1, 1.0))
        icon(p, "head", 290, 296, 118, s.raw(2, 0.5, 0.6), inside=1, t=s.t)
        sign(p, "tick", 340, 246, 20, s.raw(2, 1.2, 0.5))
        icon(p, "book", 560, 296, 110, s.raw(2, 1.6, 0.6))
        sign(p, "tick", 616, 246, 20, s.raw(2, 2.3, 0.5))


def good_tasks(p, s):
    """Four tasks on four cards, and a person who can judge them."""
    for i in range(4):
        x = 130 + i * 198
        card(p, x, 160, 172, 204, WHITE, s.raw(i, 0.1, 0.6))
    squeeze = 0.5 - 0.5 * math.cos(min(1, s.raw(0, 1.2, 2.0)) * math.pi)
    with p.faint(s.on(0, 0.4)):
        paper(p, 130, 160, 104, mix(164, 74, squeeze), int(mix(9, 4, squeeze)), seed=3)
    with p.faint(s.on(1, 0.4)):
        icon(p, "envelope", 328, 190, 104)
        change = s.on(1, 2.0)
        p.disc(328, 108, 27, AMBER)
        for side in (-1, 1):
            p.disc(328 + side * 9, 103, 3.2, INK)
        bend = mix(-6, 7, change)
        p.line(smooth([(317, 116 - bend * 0.3), (328, 116 + bend), (339, 116 - bend * 0.3)]), INK, 3.4)
    for i in range(10):
        p.disc(490 + (i % 3) * 36, 94 + (i // 3) * 40, 13, (TEAL, MINT, AMBER)[i % 3], s.on(2, 0.4 + i * 0.16, 0.4))
    with p.faint(s.on(3, 0.4)):
        for row in range(4):
            for column in range(3):
                p.box(665 + column * 40, 82 + row * 30, 36, 26, TEAL if not row else PALE, 4, s.on(3, 0.4 + 0.12 * (row + column)))
        icon(p, "list", 724, 222, 46, s.raw(3, 2.0, 0.6))
    person(p, 427, 392, 0.98, "brown", "#1d1512", "short", BRICK, mood=0.7, breath=s.t)
    for i in range(4):
        sign(p, "tick", 190 + i * 198, 66, 19, s.raw(4, 0.6 + i * 0.25, 0.5))
    bubble(p, 548, 306, 64, 52, TEAL, -1, s.raw(4, 1.8, 0.5))
    p.line([(537, 307), (544, 315), (559, 298)], WHITE, 5.5, alpha=s.on(4, 2.0))
    bubble(p, 306, 306, 64, 52, BRICK, 1, s.raw(4, 2.5, 0.5))
    p.line([(297, 297), (315, 315)], WHITE, 5.5, alpha=s.on(4, 2.7))
    p.line([(315, 297), (297, 315)], WHITE, 5.5, alpha=s.on(4, 2.7))


def four_pieces(p, s):
    """Four pieces come together as one square, and go into the machine."""
    looks = ((TEAL, "heads", -1, -1), (AMBER, "list", 1, -1), (MINT, "ruler", -1, 1), ("#3f7d74", "notes", 1, 1))
    for i, (tone, name, dx, dy) in enumerate(looks):
        come = s.on(i + 1, 0.1, 1.0)
        wait = s.on(0, 0.3 * i) * (1 - come)
        x, y = 300 + dx * 76, 205 + dy * 76
        p.box(x - 70, y - 70, 140, 140, INK, 20, 0.28 * wait, stroke=3, dash=(4, 9))
        if come > 0:
            with p.at(mix(x + dx * 130, x, come), mix(y + dy * 60, y, come), 1, mix(dx * 16, 0, come)):
                with p.faint(come):
                    p.box(-73, -73, 146, 146, tone, 20)
                    knob = -dx * 73
                    p.disc(knob, 0, 16, tone)
                    icon(p, name, 0, 0, 84, 1, **({"colour": AMBER} if name == "heads" else {}))
    if s.on(3, 1.6) > 0:
        p.figure(300 - 76 + 44, 205 + 76 + 48, "10", 26, INK, s.on(3, 1.6))
    machine(p, 640, 230, 1.05, s.t, working=s.on(4, 1.6))
    p.line([(470, 230), (548, 230)], TEAL, 7, share=max(0.01, s.raw(4, 1.4, 0.7)), alpha=s.on(4, 1.4, 0.2), dash=(1, 12))
    out = s.on(4, 2.4, 1.2)
    with p.faint(out):
        paper(p, 640, mix(200, 110, out), 106, 110, 5, seed=5)
        sign(p, "tick", 694, mix(150, 62, out), 20, s.raw(4, 3.4, 0.5))


def thirty_minutes(p, s):
    """Thirty minutes; then four, nine and five."""
    iker(p, 108, 386, 1.05, breath=s.t, mood=0.2 + 0.6 * s.on(2) - 0.9 * s.on(3, 3), look=1)
    unit = 18.6
    left = 216
    icon(p, "pencil", left - 34, 112, 44, s.raw(0, 0.4))
    long = 30 * unit * s.on(0, 1.0, 2.2)
    p.box(left, 82, long, 60, GREY, 12)
    p.figure(left + long - 36, 112, "30", 34, INK, s.on(0, 2.6))
    parts = ((4, TEAL, WHITE, "machine"), (9, AMBER, INK, "lens"), (5, MINT, INK, "pencil"))
    start = left
    for i, (minutes, tone, ink, name) in enumerate(parts):
        grown = s.on(1, 1.2 + i * 1.5, 0.9)
        gone = s.on(3, 0.4) if i == 1 else 0
        wide = minutes * unit * grown * (1 - gone)
        if wide > 1:
            p.box(start, 182, wide - 3, 60, tone, 12)
            p.figure(start + wide / 2, 212, str(minutes), 30, ink, grown * (1 - gone))
            if name == "machine":
                machine(p, start + wide / 2, 268, 0.26, s.t, 1)
            elif not gone:
                icon(p, name, start + wide / 2, 270, 34, grown)
        start += wide
    saved = s.on(2, 1.8)
    if saved > 0:
        p.box(start + 4, 186, (left + 30 * unit - start - 8) * saved, 52, TEAL, 12, stroke=4, dash=(4, 10))
        value = "12" if s.on(3, 0.8) < 0.5 else "21"
        p.figure((start + left + 30 * unit) / 2, 212, value, 36, TEAL if value == "12" else BRICK, saved)
    if s.on(2) > 0 and s.on(3, 0.4) < 1:
        p.line([(left + 4, 312), (left + 18 * unit - 4, 312)], INK, 4, share=max(0.01, s.raw(2, 0.2, 0.8)), alpha=1 - s.on(3, 0.4))
        p.figure(left + 9 * unit, 336, "18", 30, INK, s.on(2, 0.8) * (1 - s.on(3, 0.4)))
    crack = s.on(3, 3.2)
    if crack > 0:
        icon(p, "warn", 470, 318, 78, s.raw(3, 3.2, 0.6))
        sign(p, "cross", 560, 318, 32, s.raw(3, 4.0, 0.6))


def hunt_in_class(p, s):
    """Two children hunt for three errors; then the same text in two lengths."""
    icon(p, "board", 150, 120, 150, ease(s.t / 0.8))
    with p.faint(1 - s.on(2)):
        fatima(p, 330, 386, 1.05, breath=s.t, mood=0.6, look=1)
    late = s.on(4)
    with p.faint(1 - late):
        paper(p, 600, 170, 190, 236, 10, share=s.raw(1, 0.2, 2), seed=6)
        for i, (x, y) in enumerate(((556, 116), (628, 186), (576, 248))):
            p.box(x - 28, y - 8, 56, 15, BRICK, 5, 0.85 * s.on(2, 1.2 + i * 1.1))
            sign(p, "cross", x + 46, y, 13, s.raw(2, 1.5 + i * 1.1, 0.4))
        way = s.span(2)
        with p.faint(s.during(2)):
            icon(p, "lens", mix(556, 576, way) + 60 * math.sin(way * 6.3), mix(116, 248, way), 92)
        sign(p, "tick", 690, 66, 30, s.raw(3, 2.0, 0.6))
    for i, (skin, hair, style, clothes) in enumerate((("dark", "#17110e", "curly", AMBER), ("light", "#b9813c", "long", TEAL))):
        with p.faint(s.on(2)):
            person(p, 365 + i * 425, 388, 0.9, skin, hair, style, clothes, mood=0.4 + 0.5 * s.on(3), breath=s.t + i, look=1 - 2 * i)
    if s.on(2) > 0:
        with p.faint(s.on(2) * (1 - late)):
            icon(p, "book", 230, 300, 110)
    if s.on(3) > 0:
        with p.faint(s.on(3) * (1 - late)):
            p.line(smooth([(400, 270), (430, 210), (500, 180)]), TEAL, 5, share=max(0.01, s.raw(3, 0.3)), dash=(1, 10))
            p.line(smooth([(745, 270), (730, 220), (700, 190)]), TEAL, 5, share=max(0.01, s.raw(3, 0.8)), dash=(1, 10))
    if late > 0:
        with p.faint(late):
            paper(p, 500, 180, 150, 210, 9, seed=6)
            paper(p, 690, 180, 150, 210, 9, seed=6, share=0)
            for i in range(9):
                p.box(632, 92 + i * 20.5, 36 + 14 * (i % 2), 7, TEAL, 3, s.on(4, 1.0 + i * 0.15))
                p.box(690, 92 + i * 20.5, 26 + 12 * ((i + 1) % 2), 7, AMBER, 3, s.on(4, 1.1 + i * 0.15))
            p.line([(588, 180), (606, 180)], INK, 5)


SCENES = {"balance": balance, "good-tasks": good_tasks, "four-pieces": four_pieces, "thirty-minutes": thirty_minutes, "hunt-in-class": hunt_in_class}
