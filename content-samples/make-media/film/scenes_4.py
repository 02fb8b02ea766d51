"""Chapter 4: when it is wrong."""
import math

import skia

from icons import icon
from pen import AMBER, BRICK, GREY, INK, MINT, PALE, TEAL, WHITE, ease, mix, smooth
from things import bubble, card, iker, machine, paper, person, sign, zhen


def five_habits(p, s):
    """Five numbered cards, one habit of error on each."""
    for i in range(5):
        x = 103 + i * 162
        there = s.raw(0, 0.4 + i * 0.25, 0.6)
        lit = s.on(i + 1)
        card(p, x, 205, 146, 246, WHITE, there, edge=TEAL if lit > 0.5 and (i == 4 or s.on(min(5, i + 2)) < 0.5) else None)
        p.disc(x, 112, 23, mix_tone(lit), s.on(0, 0.6 + i * 0.25))
        p.figure(x, 112, str(i + 1), 26, WHITE if lit > 0.5 else INK, s.on(0, 0.6 + i * 0.25))
    with p.faint(s.on(1, 0.3)):
        with p.faint(0.55 + 0.35 * math.sin(s.t * 1.5)):
            icon(p, "book", 103, 214, 92, colour=GREY)
        sign(p, "ask", 103, 288, 17, s.raw(1, 1.2, 0.5))
    p.figure(265, 190, "2 + 2", 30, TEAL, s.on(2, 0.3))
    p.figure(265, 232, "= 5", 32, BRICK, s.on(2, 1.2))
    sign(p, "cross", 265, 288, 17, s.raw(2, 2.0, 0.5))
    icon(p, "calendar", 427, 214, 96, s.raw(3, 0.3), stop=int(11 - 5 * s.on(3, 1.0, 1.5)))
    for i in range(6):
        x, y = 554 + (i % 3) * 35, 190 + (i // 3) * 56
        same = i != 4
        with p.faint(s.on(4, 0.3 + i * 0.2)):
            p.disc(x, y, 11, TEAL if same else AMBER, 1 if same else 0.35)
            p.slice(x, y + 30, 15, 180, 180, TEAL if same else AMBER, 1 if same else 0.35)
    for i in range(2):
        tone = (BRICK, TEAL)[i]
        bubble(p, 733 + i * 36, 196 + i * 66, 74, 46, tone, -1 if i == 0 else 1, s.raw(5, 0.4 + i * 1.0, 0.6))
        p.line([(721 + i * 36, 197 + i * 66), (730 + i * 36, 206 + i * 66), (747 + i * 36, 186 + i * 66)], WHITE, 5.5, alpha=s.on(5, 0.7 + i * 1.0))


def mix_tone(lit):
    """Return the colour of a numbered disc: grey until its turn comes."""
    return TEAL if lit > 0.5 else "#dfe5e1"


def fifteen_per_cent(p, s):
    """240 in ten parts; one part and half a part make 36, not 38."""
    left, wide = 117, 620
    for i in range(10):
        tone = PALE
        if i == 0 and s.on(2, 0.4) > 0:
            tone = TEAL
        p.box(left + i * wide / 10 + 2, 92, wide / 10 - 4, 70, tone, 8, s.on(0, 0.2 + i * 0.1))
    half = s.on(2, 2.6)
    p.box(left + wide / 10 + 2, 92, (wide / 20 - 3) * half, 70, AMBER, 6, half)
    p.figure(left + wide + 52, 127, "240", 34, INK, s.on(0, 1.0))
    with p.at(0, 0):
        p.figure(mix(427, 190, s.on(1)), mix(250, 226, s.on(1)), "15 %", mix(74, 46, s.on(1)), TEAL, s.on(0, 2.2))
    crossed = s.on(2, 4.6)
    shown = s.on(1, 0.8)
    p.figure(340, 226, "=", 42, INK, shown)
    p.figure(430, 226, "38", 62, mix_red(crossed), shown * (1 - 0.55 * crossed))
    sign(p, "ask", 492, 194, 20, s.raw(1, 2.4, 0.5) * (1 - s.on(2, 4.2)))
    p.line([(390, 250), (472, 202)], BRICK, 8, share=max(0.01, crossed), alpha=1 if crossed > 0 else 0)
    p.figure(left + 31, 127, "24", 22, WHITE, s.on(2, 1.0))
    p.figure(left + wide / 10 + 18, 127, "12", 15, INK, s.on(2, 3.0))
    p.figure(210, 318, "24", 46, TEAL, s.on(2, 1.6))
    p.figure(290, 318, "+", 40, INK, s.on(2, 3.2))
    p.figure(360, 318, "12", 46, "#c98a10", s.on(2, 3.2))
    p.figure(440, 318, "=", 40, INK, s.on(2, 4.2))
    p.figure(530, 318, "36", 62, TEAL, s.on(2, 4.2))
    sign(p, "tick", 604, 288, 24, s.raw(2, 4.8, 0.5))
    icon(p, "pencil", 690, 236, 96, s.raw(3, 0.3), turn=-50 + 4 * math.sin(s.t * 3))
    icon(p, "calculator", 756, 300, 92, s.raw(3, 2.4))


def mix_red(x):
    """Return ink, or brick once something is crossed out."""
    return BRICK if x > 0.5 else INK


ALL_ALIKE = ("light", "#4a3527", "short", INK)
CHOSEN = (("dark", "#14100e", "curly", AMBER), ("warm", TEAL, "scarf", MINT), ("light", "#4a3527", "short", INK),
          ("brown", "#201612", "long", BRICK), ("light", "#c79a4c", "bun", TEAL), ("warm", "#2b1d16", "bald", AMBER))


def six_portraits(p, s):
    """Six frames: five alike; then six people that somebody has chosen."""
    zhen(p, 120, 386, 1.15, breath=s.t, mood=0.4 - 0.7 * s.during(1, 2) + 0.3 * s.on(3), look=1)
    if s.on(2) > 0:
        p.box(268, 24, 566, 352, TEAL, 18, s.on(2), stroke=7)
    for i in range(6):
        x, y = 370 + (i % 3) * 180, 118 + (i // 3) * 166
        there = s.raw(0, 1.4 + i * 0.35, 0.6)
        card(p, x, y, 146, 148, (PALE, "#f7e6c2", PALE)[i % 3], there)
        if there < 1:
            continue
        new = s.on(3, 0.8 + i * 0.45, 0.5)
        p.canvas.save()
        p.canvas.clipRect(skia.Rect.MakeXYWH(x - 72, y - 72, 144, 143))
        alike = i != 4
        if new < 1:
            with p.faint(1 - new):
                skin, hair, style, clothes = ALL_ALIKE if alike else CHOSEN[4]
                person(p, x, y + 78, 0.94, skin, hair, style, clothes, mood=0.4, tie=alike)
        if new > 0:
            with p.faint(new):
                skin, hair, style, clothes = CHOSEN[i]
                person(p, x, y + 78, 0.94, skin, hair, style, clothes, mood=0.7, tie=i == 2)
        p.canvas.restore()
        if alike:
            p.disc(x + 56, y - 56, 8, BRICK, s.on(1, 0.2 + i * 0.2) * (1 - new))
    sign(p, "tick", 800, 36, 26, s.raw(3, 3.8, 0.6))


def the_wind(p, s):
    """A river, a village, a weather vane that turns as one blows."""
    with p.faint(ease(s.t / 0.8)):
        p.shape(smooth([(0, 300), (180, 270), (360, 300), (560, 262), (860, 296)]) + [(860, 386), (0, 386)], "#bfe0d4")
        p.line(smooth([(40, 384), (150, 340), (270, 334), (360, 300), (430, 276)]), TEAL, 20, 0.75)
        for x, y, size in ((300, 262, 64), (372, 244, 76), (226, 284, 56)):
            icon(p, "house", x, y, size)
    blow = s.on(1, 2.6, 1.3)
    icon(p, "vane", 140, 190, 150, ease(s.t / 0.8), point=mix(-8, 188, blow) + 4 * math.sin(s.t * 2.2))
    for i in range(3):
        way = (s.t * 0.5 + i / 3) % 1
        with p.faint(s.during(1, 2) * math.sin(way * math.pi)):
            p.line(smooth([(mix(330, 180, way), 120 + i * 26), (mix(300, 150, way), 114 + i * 26), (mix(280, 130, way), 122 + i * 26)]), GREY, 5)
    machine(p, 690, 268, 0.95, s.t, working=s.during(0, 1))
    hide = 1 - s.on(3)
    with p.faint(hide):
        bubble(p, 470, 90, 96, 66, WHITE, 1, s.raw(0, 1.0, 0.5) * (1 - s.on(1)))
        p.figure(470, 90, "?", 40, TEAL, s.on(0, 1.2) * (1 - s.on(1)))
        bubble(p, 690, 128, 110, 76, TEAL, -1, s.raw(0, 4.2, 0.5) * (1 - s.on(1)))
        p.line([(672, 129), (685, 142), (711, 114)], WHITE, 8, alpha=s.on(0, 4.5) * (1 - s.on(1)))
        bubble(p, 470, 90, 96, 66, BRICK, 1, s.raw(1, 0.4, 0.5))
        p.line([(456, 76), (484, 104)], WHITE, 8, alpha=s.on(1, 0.6))
        p.line([(484, 76), (456, 104)], WHITE, 8, alpha=s.on(1, 0.6))
        bubble(p, 690, 128, 110, 76, BRICK, -1, s.raw(1, 2.8, 0.5))
        p.line([(672, 129), (685, 142), (711, 114)], WHITE, 8, alpha=s.on(1, 3.1))
    p.disc(352, 318, 62, BRICK, s.during(2), stroke=5, dash=(3, 12))
    bubble(p, 480, 100, 150, 96, WHITE, 1, s.raw(3, 0.4, 0.6))
    p.figure(480, 100, "?", 58, TEAL, s.on(3, 0.8))
    sign(p, "tick", 556, 58, 24, s.raw(3, 1.8, 0.5))


def three_moves(p, s):
    """The source, a second way, a person."""
    for i in range(3):
        x = 175 + i * 252
        card(p, x, 205, 222, 280, WHITE, s.raw(0, 0.4 + 0.5 * i, 0.6), edge=TEAL if s.during(i + 1) > 0.5 else None)
        p.disc(x, 88, 24, (TEAL, AMBER, MINT)[i], s.on(0, 0.8 + 0.5 * i))
        p.figure(x, 88, str(i + 1), 28, WHITE if i == 0 else INK, s.on(0, 0.8 + 0.5 * i))
    icon(p, "rule", 128, 190, 86, s.raw(1, 0.6))
    icon(p, "book", 216, 196, 92, s.raw(1, 1.4))
    icon(p, "bank", 175, 290, 84, s.raw(1, 2.2))
    icon(p, "pencil", 380, 196, 82, s.raw(2, 0.6), turn=-45)
    icon(p, "calculator", 470, 192, 82, s.raw(2, 1.4))
    icon(p, "map", 427, 288, 110, s.raw(2, 2.4))
    if s.on(3) > 0:
        with p.faint(s.on(3, 0.3)):
            iker(p, 655, 303, 0.9, breath=s.t, mood=0.5)
        bubble(p, 730, 160, 92, 66, TEAL, -1, s.raw(3, 1.4, 0.5))
        p.line([(712, 161), (725, 174), (749, 148)], WHITE, 7, alpha=s.on(3, 1.7))


def first_what_harms(p, s):
    """In a letter, the few places that could do harm are checked first."""
    paper(p, 330, 205, 240, 316, 13, seed=11)
    spots = ((300, 122, "36"), (352, 205, None), (312, 288, None))
    for i, (x, y, figure) in enumerate(spots):
        heat = s.on(0, 1.0 + i * 0.6)
        p.disc(x, y, 40 + 3 * math.sin(s.t * 2.4 + i), BRICK, 0.16 * heat)
        p.disc(x, y, 26, BRICK, 0.28 * heat)
    names = ("coins", "badge", "calendar")
    for i, (x, y, _) in enumerate(spots):
        out = s.on(1, 0.6 + i * 1.2)
        if out > 0:
            p.line([(x + 30, y), (548, 98 + i * 108)], BRICK, 3.5, share=max(0.01, out), dash=(1, 9))
            card(p, 628, 98 + i * 108, 156, 92, WHITE, s.raw(1, 0.8 + i * 1.2, 0.6))
            icon(p, names[i], 590, 98 + i * 108, 58, s.raw(1, 1.1 + i * 1.2, 0.5))
            sign(p, "ask", 662, 98 + i * 108, 20, s.raw(1, 1.4 + i * 1.2, 0.5) * (1 - s.on(2, 0.4)))
    if s.on(2) > 0:
        for i, kind in enumerate(("tick", "tick", "cross")):
            sign(p, kind, 662, 98 + i * 108, 22, s.raw(2, 0.5 + i * 0.5, 0.5))
        icon(p, "hand", 130, 230, 150, s.raw(2, 2.0, 0.6))
    else:
        lens = s.during(0)
        with p.faint(lens):
            way = s.span(0)
            icon(p, "lens", mix(420, 300, ease(way * 2)), mix(90, 130, ease(way * 2)), 110)


SCENES = {"five-habits": five_habits, "fifteen-per-cent": fifteen_per_cent, "six-portraits": six_portraits, "the-wind": the_wind, "three-moves": three_moves, "first-what-harms": first_what_harms}
