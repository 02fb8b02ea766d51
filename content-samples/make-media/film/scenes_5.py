"""Chapter 5: neither; what stays with people."""
import math

from icons import icon
from pen import AMBER, BRICK, CREAM, GREY, INK, MINT, PALE, TEAL, WHITE, ease, mix, smooth
from things import bubble, card, fatima, machine, marc, olena, paper, person, sign


def empty_text(p, s):
    """A smooth text that says nothing; a pile that is passed on."""
    one = 1 - s.on(3)
    sign(p, "ring", mix(427, 620, s.on(1)), mix(200, 96, s.on(1)), mix(80, 40, s.on(1)), s.raw(0, 0.3, 0.7) * one)
    with p.faint(s.on(1) * one):
        cut = s.on(2, 1.4, 0.9)
        close = s.on(2, 2.6, 0.9)
        card(p, 400, 205, 330, 300, WHITE)
        for i in range(7):
            y = 86 + i * 40
            if i == 3:
                with p.at(400 + 330 * cut, y - 30 * cut, 1, 10 * cut):
                    p.box(-130, -8, 260, 16, AMBER if s.on(2) > 0 else MINT, 8, 1 - s.on(2, 2.4))
                continue
            y -= 40 * close if i > 3 else 0
            p.box(270, y - 8, 260, 16, MINT, 8, 0.9)
        for i in range(5):
            way = (s.t * 0.22 + i / 5) % 1
            p.disc(400 + 120 * math.sin(i * 2.4), mix(340, 60, way), 10 + 8 * way, WHITE, 0.7 * math.sin(way * math.pi))
            p.disc(400 + 120 * math.sin(i * 2.4), mix(340, 60, way), 10 + 8 * way, TEAL, 0.35 * math.sin(way * math.pi), stroke=2)
    if s.on(3) > 0:
        way = s.on(3, 2.2, 1.6)
        with p.faint(s.on(3)):
            person(p, 190, 388, 1.1, "light", "#4a3527", "short", MINT, mood=0.7, breath=s.t, look=1)
            for i, (skin, hair, style, clothes) in enumerate((("brown", "#201612", "long", BRICK), ("dark", "#14100e", "curly", AMBER), ("warm", "#2b1d16", "bun", TEAL))):
                person(p, 520 + i * 116, 388, 0.86, skin, hair, style, clothes, mood=0.2 - 0.9 * way, breath=s.t + i)
                icon(p, "clock", 520 + i * 116, 226, 58, s.raw(3, 3.6 + i * 0.3, 0.5), hour=s.t / 5, share=min(1.0, s.raw(3, 3.8, 3)))
            for i in range(10):
                paper(p, mix(190, 636, way), mix(220, 168, math.sin(way * 3.14)) - i * 6, 130, 40, 2, seed=i)


def the_trace(p, s):
    """The summary is the trace; what counts happens in the head."""
    late = s.on(3)
    with p.faint(1 - late):
        icon(p, "head", 250, 210, 270, s.raw(0, 0.2, 0.6), inside=0.4 + 0.6 * s.on(2), t=s.t)
        with p.faint(s.on(1)):
            paper(p, 630, 190, 150, 190, 8, share=s.raw(1, 0.6, 3), seed=14)
        for i in range(6):
            p.disc(400 + i * 26, 300 - i * 14 + 8 * (-1) ** i, 8, AMBER, s.on(1, 1.0 + i * 0.25))
        if s.on(2) > 0:
            for i in range(3):
                r = 120 + 30 * ((s.t * 0.5 + i / 3) % 1)
                p.disc(240, 190, r, AMBER, 0.5 * s.on(2) * (1 - (s.t * 0.5 + i / 3) % 1), stroke=5)
    if late > 0:
        gone = s.on(4)
        with p.faint(late * (1 - gone)):
            p.box(470, 300, 270, 22, INK, 11)
            for i in range(9):
                x = 482 + (i * 30 - s.t * 70) % 250
                p.box(x, 306, 14, 9, AMBER, 4)
            p.line([(722, 300), (740, 190), (704, 186)], INK, 9)
            machine(p, 590, 226 + 6 * abs(math.sin(s.t * 5)), 0.8, s.t, working=1)
            for side in (-1, 1):
                p.line([(590 + side * 20, 268), (590 + side * 20 + 26 * math.sin(s.t * 5 + (side > 0) * 3.14), 300)], INK, 8)
            p.box(90, 250, 240, 120, BRICK, 34)
            person(p, 210, 334, 1.25, "warm", "#2b1d16", "short", MINT, mood=0.3, breath=s.t * 0.4)
            p.box(78, 314, 264, 74, "#7f2419", 24)
            icon(p, "heart", 330, 140, 56 + 2 * math.sin(s.t * 2), colour=GREY)
        if gone > 0:
            card(p, 270, 205, 250, 250, WHITE, s.raw(4, 0.3, 0.6))
            card(p, 584, 205, 250, 250, TEAL, s.raw(4, 1.8, 0.6))
            with p.faint(s.on(4, 0.7)):
                paper(p, 270, 205, 124, 160, 7, seed=14)
            icon(p, "head", 584, 206, 160, s.raw(4, 2.3, 0.6), colour=PALE, inside=1, t=s.t)
            sign(p, "ask", 427, 205, 30, s.raw(4, 1.2, 0.6))


def people(p, s):
    """Words of one's own; decisions about people; the law; a person who answers for it."""
    with p.faint(1 - s.on(1)):
        olena(p, 210, 388, 1.3, breath=s.t, mood=0.3, look=1)
        person(p, 640, 388, 1.3, "brown", "#201612", "short", MINT, mood=0.5, breath=s.t + 1, look=-1)
        bubble(p, 360, 150, 210, 120, WHITE, -1, s.raw(0, 0.5, 0.6))
        icon(p, "heart", 300, 150, 50, s.raw(0, 1.0, 0.5))
        line = smooth([(336, 140), (356, 130), (372, 146), (396, 132), (418, 144), (440, 136)])
        p.line(line, INK, 4, share=max(0.01, s.raw(0, 1.6, 1.4)), alpha=s.on(0, 1.6, 0.2))
        p.line([(x, y + 28) for x, y in line], INK, 4, share=max(0.01, s.raw(0, 3.0, 1.4)), alpha=s.on(0, 3.0, 0.2))
    with p.faint(s.on(1) * (1 - 0.45 * s.on(2)) * (1 - s.on(3))):
        for i, name in enumerate(("case", "list", "hand")):
            x = 205 + i * 222
            card(p, x, 186, 180, 220, WHITE, s.raw(1, 0.2 + i * 1.1, 0.6))
            icon(p, name, x, 150, 84, s.raw(1, 0.5 + i * 1.1, 0.6))
            for k in range(3):
                lit = k == (i + 1) % 3
                p.disc(x - 44 + k * 44, 246, 13, TEAL if lit else GREY, s.on(1, 1.0 + i * 1.1))
                p.slice(x - 44 + k * 44, 280, 18, 180, 180, TEAL if lit else GREY, s.on(1, 1.0 + i * 1.1))
    stars = s.on(2) * (1 - s.on(4))
    if stars > 0:
        with p.faint(stars):
            cx, cy, r = 427, 200, 168
            for i in range(12):
                angle = math.pi * 2 * i / 12 - math.pi / 2
                x, y = cx + r * 2.12 * math.cos(angle), cy + r * math.sin(angle)
                grown = s.on(2, 0.1 * i)
                points = []
                for k in range(10):
                    far = (13 if k % 2 == 0 else 5.4) * grown
                    points.append((x + far * math.sin(k * math.pi / 5), y - far * math.cos(k * math.pi / 5)))
                p.shape(points, AMBER)
            icon(p, "warn", 427, 340, 66, s.raw(2, 2.0, 0.6) * (1 - s.on(3)))
    if s.on(3) > 0:
        with p.faint(s.on(3) * (1 - s.on(4))):
            person(p, 330, 330, 1.35, "dark", "#14100e", "curly", AMBER, mood=math.sin(s.t * 0.9), breath=s.t)
            p.box(282, 158, 96, 96, BRICK, 10, s.on(3, 0.8), stroke=4, dash=(12, 14))
            icon(p, "eye", 560, 190, 130, s.raw(3, 0.6, 0.6))
            p.line([(490, 260), (630, 120)], BRICK, 12, share=max(0.01, s.raw(3, 2.2, 0.6)), alpha=s.on(3, 2.2, 0.2))
    if s.on(4) > 0:
        with p.faint(s.on(4)):
            marc(p, 250, 388, 1.35, breath=s.t, mood=0.7, look=1)
            bubble(p, 430, 140, 150, 96, TEAL, -1, s.raw(4, 0.8, 0.6))
            for i in range(3):
                p.box(380, 112 + i * 22, 100 - 26 * (i == 2), 9, WHITE, 4, s.on(4, 1.1 + i * 0.3))
            p.arc(620, 210, 62, -60, 280 * s.on(4, 2.4, 1.2), TEAL, 11)
            p.shape([(620 + 52, 142), (620 + 4, 140), (620 + 34, 180)], TEAL, s.on(4, 2.6))
            icon(p, "pencil", 622, 212, 70, s.raw(4, 2.8, 0.5), turn=-45)


def whose_data(p, s):
    """Names, marks and health stop before the machine; without names they may go on."""
    machine(p, 680, 250, 1.15, s.t, working=s.on(3, 1.5))
    names = ("badge", "list", "heart", "coins")
    free = s.on(3, 0.6, 1.0)
    for i, name in enumerate(names):
        x, y = 150 + (i % 2) * 130, 130 + (i // 2) * 140
        card(p, x, y, 112, 118, WHITE, s.raw(0, 0.5 + 0.25 * i, 0.6))
        with p.faint(1 - free):
            icon(p, name, x, y, 64, s.raw(0, 0.8 + 0.25 * i, 0.6))
        if free > 0:
            with p.faint(free):
                p.disc(x, y, 26, GREY, 0.9, stroke=5, dash=(3, 9))
                for k in range(2):
                    p.box(x - 22, y - 8 + k * 13, 44 - 14 * k, 7, MINT, 3)
    sign(p, "ask", 560, 120, 34, s.raw(0, 2.0, 0.6) * (1 - s.on(1)))
    down = s.on(1, 1.6, 0.6) * (1 - s.on(2, 2.4, 0.8))
    p.box(430, 110, 14, 250, INK, 6)
    with p.at(437, 132, 1, mix(-78, 0, down)):
        p.box(-10, -10, 20, 20, INK, 6)
        for i in range(6):
            p.box(8 + i * 20, -8, 20, 16, BRICK if i % 2 == 0 else WHITE, 3)
    sign(p, "cross", 437, 200, 30, s.raw(1, 2.4, 0.5) * (1 - s.on(2)))
    icon(p, "lock", 437, 230, 86, s.raw(2, 0.2, 0.6) * (1 - s.on(3)), open=s.on(2, 1.8))
    icon(p, "bank", 560, 118, 74, s.raw(2, 0.6, 0.6) * (1 - s.on(3)))
    if free > 0:
        for i in range(3):
            way = (s.t * 0.35 + i / 3) % 1
            p.disc(mix(350, 590, way), 250, 9, TEAL, math.sin(way * math.pi) * s.on(3, 1.6))
        sign(p, "tick", 437, 200, 30, s.raw(3, 2.6, 0.5))


def say_so(p, s):
    """A label on the sheet; a handshake of trust; a rule agreed in class."""
    with p.faint(1 - s.on(2)):
        x = mix(427, 250, s.on(1))
        paper(p, x, 205, 200, 270, 10, seed=16)
        label = s.on(0, 1.2)
        with p.at(x + 64, 318 + 80 * (1 - label), 1, -6):
            p.box(-82, -30, 164, 60, AMBER, 14, label)
            with p.faint(label):
                machine(p, -44, 0, 0.3, s.t, 0)
                p.figure(-2, 0, "+", 30, INK)
        sign(p, "tick", x + 105, 312, 22, s.raw(0, 2.6, 0.5))
        if s.on(1) > 0:
            with p.faint(s.on(1)):
                marc(p, 500, 388, 1.1, breath=s.t, mood=0.7, look=1)
                person(p, 690, 388, 1.1, "light", "#7a4a26", "long", TEAL, mood=0.8, breath=s.t + 1, look=-1)
            icon(p, "shield", 595, 190, 96, s.raw(1, 1.4, 0.6))
    if s.on(2) > 0:
        with p.faint(s.on(2)):
            p.box(250, 44, 420, 230, TEAL, 14)
            p.box(250, 44, 420, 230, "#c98f3a", 14, stroke=9)
            fatima(p, 150, 388, 1.2, breath=s.t, mood=0.8, look=1)
            for i, (skin, hair, style, clothes) in enumerate((("dark", "#17110e", "curly", AMBER), ("light", "#b9813c", "long", BRICK), ("warm", "#2b1d16", "short", MINT))):
                person(p, 420 + i * 130, 400, 0.72, skin, hair, style, clothes, mood=0.6, breath=s.t + i, look=-1)
        p.disc(340, 120, 34, WHITE, s.on(2, 1.1))
        p.disc(340, 200, 34, WHITE, s.on(2, 2.1))
        sign(p, "tick", 340, 120, 30, s.raw(2, 1.0, 0.5))
        sign(p, "cross", 340, 200, 30, s.raw(2, 2.0, 0.5))
        for i in range(2):
            for k in range(2):
                p.box(396, 104 + i * 80 + k * 20, 120 - 40 * k, 10, WHITE, 5, 0.85 * s.on(2, 1.2 + i))
        bubble(p, 586, 162, 110, 84, AMBER, 1, s.raw(2, 3.2, 0.6))
        if s.on(2, 3.4) > 0:
            with p.faint(s.on(2, 3.4)):
                machine(p, 566, 162, 0.3, s.t, 0)
            p.figure(612, 160, "!", 40, INK, s.on(2, 3.4))


def three_questions(p, s):
    """The three questions as three signs; then the three answers, and the person who decides."""
    up = s.on(4)
    looks = ((TEAL, WHITE), (AMBER, INK), (MINT, INK))
    with p.faint(1 - up):
        for i, (tone, ink) in enumerate(looks):
            x = 175 + i * 252
            lit = s.during(i + 1)
            with p.at(x, 205, 1 + 0.05 * lit):
                card(p, 0, 0, 212, 260, tone, s.raw(0, 0.3 + 0.5 * i, 0.6))
                p.figure(-76, -100, str(i + 1), 36, ink, s.on(0, 0.7 + 0.5 * i))
        icon(p, "lens", 175, 215, 124, s.raw(1, 0.3, 0.6))
        icon(p, "warn", 427, 215, 124, s.raw(2, 0.3, 0.6), colour=CREAM)
        icon(p, "hand", 679, 220, 124, s.raw(3, 0.3, 0.6))
    if up > 0:
        last = s.on(5)
        machine(p, 170, 250, 1.0, s.t, working=1 - last)
        for i, kind in enumerate(("tick", "cross", "ring")):
            out = s.on(4, 0.4 + i * 0.7, 0.9)
            with p.faint(out):
                paper(p, mix(200, 380, out), 100 + i * 102, 74, 88, 5, seed=2)
            sign(p, kind, 450, 100 + i * 102, 27, s.raw(4, 1.2 + i * 0.7, 0.5))
        with p.faint(s.on(4, 2.4)):
            person(p, 640, 388, 1.5, "brown", "#1d1512", "curly", AMBER, mood=0.5 + 0.5 * last, breath=s.t, look=-1 + last)
        for i in range(3):
            way = ease((s.t * 0.6 + i / 3) % 1)
            p.disc(mix(500, 570, way), 202, 7, TEAL, s.on(4, 3.0) * math.sin(way * math.pi))
        icon(p, "pencil", 764, 250, 84, s.raw(5, 0.6, 0.6), turn=-50)
        p.line([(742, 150), (800, 150), (782, 132)], TEAL, 10, share=max(0.01, s.raw(5, 1.4, 0.8)), alpha=s.on(5, 1.4, 0.2))
        p.line([(800, 150), (782, 168)], TEAL, 10, alpha=s.on(5, 2.0))


SCENES = {"empty-text": empty_text, "the-trace": the_trace, "people": people, "whose-data": whose_data, "say-so": say_so, "three-questions": three_questions}
