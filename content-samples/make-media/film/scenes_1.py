"""Chapter 1: three answers from one tool."""
import math

from icons import icon
from pen import AMBER, BRICK, GREY, INK, MINT, PALE, TEAL, WHITE, ease, mix, smooth
from things import card, desk, fatima, machine, marc, olena, paper, person, sign


def three_discs(p, s):
    """One machine, three sheets, three signs; then a week with its Tuesday and its Thursday."""
    away = s.on(3)
    with p.at(0, -34 * away, 1):
        up = 1 - ease(s.t / 1.2)
        machine(p, 427, mix(200, 118, s.on(1)) - 60 * up, mix(1.5, 1.05, s.on(1)), s.t, working=0.4 + 0.6 * s.during(0, 1))
        for i, kind in enumerate(("tick", "cross", "ring")):
            out = s.on(1, i * 0.5, 1.1)
            x, y = mix(427, 200 + 227 * i, out), mix(170, 275, out)
            with p.faint(min(1, out * 3) * (1 - away)):
                paper(p, x, y, 112, 132, 6, share=s.raw(1, 0.5 + i * 0.5, 2.5), seed=i + 1)
            shown = s.raw(1, 3.2 + i * 0.7, 0.6)
            bounce = 1 + 0.06 * math.sin(s.t * 2 + i * 2)
            if away < 1:
                with p.faint(1 - away):
                    sign(p, kind, x + 56, y - 62, 25 * bounce, shown)
    if away > 0:
        for i in range(7):
            lit = i in (1, 3)
            y = 292 - (16 if lit else 0) * s.on(3, 0.6)
            card(p, 157 + i * 90, y, 74, 92, [WHITE, TEAL, WHITE, AMBER, WHITE, WHITE, WHITE][i] if lit else WHITE, s.raw(3, i * 0.1, 0.6))
            if s.raw(3, i * 0.1, 0.6) >= 1 and not lit:
                p.disc(157 + i * 90, y, 6, GREY)
        icon(p, "case", 247, 276, 48, s.raw(3, 1.1, 0.6), colour=AMBER)
        icon(p, "board", 427, 274, 48, s.raw(3, 1.9, 0.6))


ROWS = ("3/4 + 1/8", "2/5 + 1/5", "1/2 - 1/3", "0 : 0/7", "5/6 - 1/6", "3 x 2/9", "1/4 + 3/8", "7/8 - 1/2", "97/113 x 41/89", "2/3 : 4")


def ten_problems(p, s):
    """Ten exercises with fractions; two are crossed out."""
    fatima(p, 150, 340, 1.25, breath=s.t, mood=0.6 + 0.4 * s.on(3), look=1)
    desk(p, 60, 330, 215)
    icon(p, "clock", 668, 110, 74, s.raw(1, 0, 0.6), hour=0.5 * s.span(1), share=0.5 * s.span(1))
    machine(p, 668, 262, 0.86, s.t, working=s.during(0, 1))
    shown = s.on(0, 0.2)
    with p.faint(shown):
        p.box(333, 47, 230, 330, INK, 9, 0.10)
        p.box(328, 42, 230, 330, WHITE, 9)
    for i, text in enumerate(ROWS):
        there = s.raw(0, 2.2 + i * 0.28, 0.4)
        y = 68 + i * 31
        bad = i in (3, 8)
        p.figure(352, y, text, 17, BRICK if bad and s.on(2, 1.6) > 0.5 else INK, there, "start")
        mark = s.raw(2, i * 0.18, 0.5)
        if not bad:
            sign(p, "tick", 530, y, 11, mark)
        else:
            sign(p, "ask" if i == 8 else "cross", 530, y, 11, s.raw(2, 2.0 + (i == 8) * 0.9, 0.5))
            p.line([(346, y + 1), (512, y - 1)], BRICK, 4, share=s.raw(3, 0.3 + (i == 8) * 1.0, 0.7), alpha=1.0 if s.on(3, 0.3 + (i == 8)) else 0)
    pencil = s.during(1, 3)
    y = mix(80, 350, s.span(1)) if s.span(1) < 1 else mix(161, 316, s.on(3, 1.2))
    with p.faint(pencil):
        icon(p, "pencil", 330 + 190 * s.raw(3, 0.3, 0.7) * (s.on(3, 0.9, 0.2) < 1) - 8, y - 6, 66, 1, turn=130 if s.span(1) < 1 else 35)
    sign(p, "tick", 443, 208, 56, s.raw(3, 2.6, 0.7))


def the_article(p, s):
    """A reference that exists, about something else."""
    marc(p, 140, 340, 1.25, breath=s.t, mood=0.6 - 1.3 * s.on(2, 2), look=1)
    desk(p, 50, 330, 210)
    drive = s.t * 26
    with p.faint(1 - s.on(1)):
        p.line([(330, 268), (790, 268)], INK, 4, 0.5, dash=(16, 14))
        icon(p, "truck", 380 + drive % 360, 238 + 1.5 * math.sin(s.t * 9), 96, s.raw(0, 0.2))
        icon(p, "clock", 560, 130, 86, s.raw(0, 1.4), hour=s.t / 8)
    x = mix(560, 400, s.on(2))
    with p.faint(s.on(1)):
        paper(p, x, 206, 190, 262, 9, share=s.raw(1, 0.2, 2.2), seed=4, marked=(3,), mark=AMBER)
        p.box(x - 86, 80, 172, 44, WHITE, 4)
        p.figure(x, 100, "§ 41", 34, TEAL, s.on(1, 1.0))
        p.box(x - 86, 292, 172, 30, WHITE, 4)
        p.figure(x, 306, "12 / 05 / 2019", 17, INK, s.on(1, 2.0))
    if s.on(2) > 0:
        icon(p, "book", 662, 214, 250, s.raw(2, 0.3, 0.7))
        p.shape([(545, 136), (645, 158), (645, 204), (545, 186)], WHITE, s.on(2, 1.0))
        p.figure(598, 172, "§ 41", 28, TEAL, s.on(2, 1.2))
        icon(p, "fish", 722, 216 + 3 * math.sin(s.t * 2), 84, s.raw(2, 2.0, 0.7))
        p.line([(470, 150), (545, 160), (575, 172)], BRICK, 4, share=s.raw(2, 1.2, 0.8), dash=(2, 9))
    sign(p, "cross", mix(560, 400, s.on(2)), 206, 56, s.raw(3, 0.5, 0.7))


def condolence(p, s):
    """A card that could be for anybody, and two lines that could not."""
    looks = (("warm", "#2b1d16", "short", MINT), ("dark", "#14100e", "curly", AMBER), ("light", "#7a4a26", "long", PALE),
             ("brown", "#201612", "short", TEAL), ("light", "#c79a4c", "short", MINT), ("warm", TEAL, "scarf", AMBER))
    for i, (skin, hair, style, clothes) in enumerate(looks):
        hurt = i == 2
        far = 1.0 if hurt else 1 - 0.55 * s.on(0, 3.0) * (1 - s.during(2))
        with p.faint(far):
            person(p, 360 + i * 84, 378, 0.66, skin, hair, style, GREY if hurt else clothes, mood=-0.9 if hurt else 0.2, breath=s.t + i)
    olena(p, 140, 382, 1.3, breath=s.t, mood=-0.3 + 0.5 * s.on(4), look=1)
    gone = s.on(3, 0.3)
    for i in range(6):
        copy = s.on(2, 0.3 * i, 0.9)
        if i == 2:
            with p.faint(s.on(1) * (1 - gone)):
                _card(p, 528, mix(60, 200, s.on(1, 0, 1.2)), mix(1.0, 0.58, s.on(2)))
        elif copy > 0:
            with p.faint(copy * (1 - gone)):
                _card(p, mix(528, 360 + i * 84, copy), mix(196, 200, copy), 0.58)
    if gone > 0:
        with p.faint(gone):
            card(p, 528, 184, 250, 130, WHITE)
        line1 = smooth([(420, 168), (440, 158), (456, 172), (480, 156), (508, 170), (530, 160), (560, 171), (592, 160), (628, 168)])
        line2 = smooth([(420, 208), (446, 198), (466, 212), (492, 200), (520, 210), (548, 200)])
        share = s.raw(3, 0.8, 4.0)
        p.line(line1, INK, 4, share=min(1, share * 1.7), alpha=1 if share > 0.01 else 0)
        p.line(line2, INK, 4, share=max(0.001, min(1, (share - 0.58) * 2.5)), alpha=1 if share > 0.6 else 0)
        if 0 < share < 1:
            now = line1[min(len(line1) - 1, int(share * 1.7 * len(line1)))] if share < 0.58 else line2[min(len(line2) - 1, int((share - 0.58) * 2.4 * len(line2)))]
            icon(p, "pencil", now[0] + 20, now[1] - 22, 56, 1, turn=132)
        icon(p, "clock", 720, 120, 70, s.raw(3, 1.5), hour=0.17 * s.span(3), share=0.167 * s.span(3))
        p.figure(720, 176, "10", 30, TEAL, s.on(3, 2.6))
    if s.on(4) > 0:
        with p.faint(s.on(4)):
            _card(p, 290, 150, 0.8, turn=-8)
        sign(p, "ring", 330, 106, 34, s.raw(4, 0.9, 0.7))


def _card(p, x, y, size, turn=0.0):
    with p.at(x, y, size, turn):
        card(p, 0, 0, 130, 96, WHITE)
        for i in range(3):
            p.box(-50, -30 + i * 18, 70, 6, GREY, 3)
        icon(p, "flower", 42, 8, 44)


def which_is_which(p, s):
    """Three sheets that look alike; a person looks closely."""
    for i in range(3):
        x = 330 + i * 185
        with p.faint(ease(s.t / 0.8)):
            paper(p, x, 172 + 3 * math.sin(s.t * 1.2 + i), 132, 164, 7, seed=2)
    person(p, 120, 384, 1.25, "brown", "#1d1512", "curly", AMBER, mood=0.5, breath=s.t, look=1)
    look = s.span(1)
    x = 330 + 370 * (0.5 - 0.5 * math.cos(look * math.pi * 2)) if s.on(2) < 0.5 else 330
    with p.faint(s.during(1)):
        icon(p, "lens", x + 6, 190 + 14 * math.sin(look * 12), 118)
    for i, kind in enumerate(("tick", "cross", "ring")):
        sign(p, "ask", 330 + i * 185, 70, 24, s.raw(0, 1 + 0.4 * i, 0.5) * (1 - s.on(1, 3.0)))
        x = 330 + i * 185
        if s.on(2) > 0:
            card(p, x, 312, 84, 72, (TEAL, AMBER, MINT)[i], s.raw(2, 0.3 + 0.6 * i, 0.6))
            p.figure(x, 312, str(i + 1), 38, (WHITE, INK, INK)[i], s.on(2, 0.5 + 0.6 * i))


SCENES = {"three-discs": three_discs, "ten-problems": ten_problems, "the-article": the_article, "condolence": condolence, "which-is-which": which_is_which}
