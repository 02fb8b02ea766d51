"""Chapter 2: how it makes an answer."""
import math

from icons import icon
from pen import AMBER, BRICK, CREAM, GREY, INK, MINT, PALE, TEAL, WHITE, ease, mix, smooth
from things import bubble, card, machine, paper, person, sign

TONES = (TEAL, MINT, AMBER, "#3f7d74", "#d98f2b", "#5fa596", BRICK)


def _piece(p, x, y, w, tone, alpha=1.0):
    p.box(x, y, w, 34, tone, 9, alpha)


def next_piece(p, s):
    """Texts flow into the machine; then it adds one piece after another."""
    over = s.on(3)
    with p.faint(1 - over):
        machine(p, 427, 205, 1.35, s.t, working=0.3 + 0.7 * s.on(1))
        if s.on(1) > 0:
            for i in range(16):
                way = (s.t * 0.16 + i / 16) % 1
                side = -1 if i % 2 else 1
                x = 427 + side * mix(430, 60, ease(way))
                y = mix(80 + (i * 53) % 260, 205, ease(way))
                with p.faint(s.on(1) * (1 - s.on(2, 1.2)) * min(1, 6 * way) * (1 - ease((way - 0.8) / 0.2))):
                    paper(p, x, y, 58, 70, 4, seed=i, turn=side * 10 * (1 - way))
        chain = s.on(2, 0.6)
        if chain > 0:
            for i in range(6):
                grown = s.on(2, 0.8 + i * 0.35)
                _piece(p, 152 + i * 94, 318, 76, TONES[i], grown)
                if i:
                    p.line([(152 + i * 94 - 16, 335), (152 + i * 94 - 4, 335)], INK, 4, alpha=grown)
    if over > 0:
        widths = (86, 54, 110, 70, 64, 92, 58)
        placed = 3 + sum(s.on(4, 0.9 * i + 0.3, 0.5) > 0.5 for i in range(4))
        x = 92
        for i, width in enumerate(widths):
            if i < placed:
                drop = s.on(4, 0.9 * (i - 3) + 0.3, 0.5) if i >= 3 else s.on(3, 0.15 * i)
                _piece(p, x, mix(150, 216, drop) if i >= 3 else 216, width, TONES[i], drop)
            elif i == placed:
                p.box(x, 216, width, 34, INK, 9, 0.5 * over, stroke=2.5, dash=(5, 8))
                for k, high in enumerate((0.9, 0.5, 0.32, 0.15)):
                    wobble = high * (0.86 + 0.14 * math.sin(s.t * 1.7 + k * 2 + i)) * s.on(3, 1.2 + 0.2 * k)
                    p.box(x - 34 + k * 32, 200 - 126 * wobble, 25, 126 * wobble, TONES[(i + 2 * k) % 7], 6)
                break
            x += width + 12
        with p.faint(s.on(3, 0.3)):
            p.line([(92, 268), (762, 268)], INK, 3, 0.25)
        machine(p, 427, 330, 0.62, s.t, working=1)


def a_little_chance(p, s):
    """A die rolls; one question brings three different rows."""
    turn = s.t * 90 * (1 - ease((s.t - 5) / 1.5))
    face = 1 + int(s.t * 3) % 6 if s.t < 6 else 4
    with p.at(0, 0):
        icon(p, "die", mix(427, 150, s.on(1)), mix(190, 130, s.on(1)), mix(130, 74, s.on(1)), 1, turn=turn % 360 if s.t < 6.5 else 8, face=face)
    with p.faint(1 - s.on(1)):
        for i, high in enumerate((0.95, 0.62, 0.4, 0.2)):
            p.box(560 + i * 52, 300 - 170 * high * s.on(0, 0.3 + i * 0.2), 40, 170 * high * s.on(0, 0.3 + i * 0.2), TONES[i], 8)
    if s.on(1) > 0:
        bubble(p, 150, 262, 150, 92, WHITE, -1, s.raw(1, 0.1))
        p.figure(150, 262, "?", 52, TEAL, s.on(1, 0.4))
        for row in range(3):
            start = s.raw(1, 0.8 + row * 0.8, 1.2)
            p.line(smooth([(240, 258), (280, 258), (300, 130 + row * 100), (335, 130 + row * 100)]), INK, 3.5, 0.5, share=max(0.01, min(1, start * 2)), dash=(1, 8))
            x = 352
            for i in range(5):
                width = 44 + 34 * abs(math.sin(row * 5 + i * 2.1))
                grown = ease(start * 5 - i)
                _piece(p, x, 113 + row * 100, width, TONES[(row * 2 + i * (row + 1)) % 7], grown)
                x += width + 9
    if s.on(2) > 0:
        with p.faint(s.on(2) * 0.75):
            p.box(330, 90, 500, 280, CREAM, 20)
        icon(p, "shield", 560, 220, 150, s.raw(2, 1.2, 0.6), colour=GREY)
        p.line([(490, 290), (630, 150)], BRICK, 12, share=max(0.01, s.raw(2, 2.4, 0.6)), alpha=1 if s.on(2, 2.4) else 0)


def no_drawer(p, s):
    """No drawer of facts: where there is much text it hits, where there is little it fills the gap."""
    first = 1 - s.on(2)
    with p.faint(first):
        icon(p, "drawers", 230, 200, 190, s.raw(0, 0, 0.6), open=0)
        p.line([(130, 110), (330, 300)], BRICK, 11, share=max(0.01, s.raw(0, 2.0, 0.8)), alpha=s.on(0, 2.0, 0.2))
        machine(p, 520, 200, 1.15, s.t, working=0.4 + 0.6 * s.on(1))
        for i, kind in enumerate(("tick", "cross")):
            out = s.on(1, 0.5 + i * 1.1, 1.0)
            with p.faint(out):
                paper(p, mix(560, 722, out), 140 + i * 150, 92, 110, 5, seed=i + 4)
            sign(p, kind, 766, 90 + i * 150, 21, s.raw(1, 1.8 + i * 1.1, 0.5))
    if s.on(2) > 0:
        # left: a dense field around a target; right: a wall with a hole
        with p.faint(s.on(2) * (1 - s.on(4))):
            for i in range(90):
                angle, far = i * 2.39996, 9.5 * math.sqrt(i)
                p.disc(240 + far * math.cos(angle) * 1.5, 205 + far * math.sin(angle) * 1.3, 4, MINT, s.on(2, i * 0.02))
            sign(p, "tick", 240, 205, 34, s.raw(2, 2.2, 0.6))
        with p.faint(s.on(3) * (1 - s.on(4))):
            for row in range(4):
                for column in range(4):
                    if (row, column) != (1, 2):
                        shown = s.on(3, 0.1 * (row + column))
                        p.box(520 + column * 62 - (row % 2) * 16, 90 + row * 58, 54, 50, TEAL if (row + column) % 3 else "#3f7d74", 8, shown)
            drop = s.on(3, 1.8, 0.9)
            with p.at(655, mix(40, 173, drop), 1, mix(40, 9, drop)):
                p.box(-25, -23, 50, 46, AMBER, 14, min(1, drop * 2))
            p.figure(655, 173, "?", 30, INK, s.on(3, 2.8))
        if s.on(4) > 0:
            for i, (name, x) in enumerate((("house", 215), ("rule", 427), ("office", 639))):
                card(p, x, 205, 168, 186, WHITE, s.raw(4, 0.3 + i * 0.9, 0.6))
                icon(p, name, x, 216, 104, s.raw(4, 0.5 + i * 0.9, 0.6))
                sign(p, "ask", x + 78, 120, 25 + 1.5 * math.sin(s.t * 2 + i), s.raw(4, 1.2 + i * 0.9, 0.5))


def with_search(p, s):
    """A source can be opened; the summary may say more than the source."""
    with p.faint(1 - s.on(2)):
        x = 200 + 430 * (0.5 - 0.5 * math.cos(s.t * 0.7)) * (1 - s.on(1))
        for i in range(4):
            with p.faint(1 if i == 2 else 1 - s.on(1)):
                big = s.on(1) if i == 2 else 0
                paper(p, mix(180 + i * 165, 560, big), mix(190, 205, big), mix(116, 220, big), mix(146, 280, big), mix(6, 11, big).__int__(), seed=i + 7, marked=(4, 5) if big > 0.9 else None)
        with p.faint(1 - s.on(1)):
            icon(p, "lens", x, 200, 120)
        icon(p, "link", 240, 200, 130, s.raw(1, 0.2, 0.6))
        p.line([(318, 200), (430, 200)], TEAL, 6, share=max(0.01, s.raw(1, 0.8, 0.6)), alpha=s.on(1, 0.8, 0.2), dash=(1, 11))
        icon(p, "eye", 560, 100, 74, s.raw(1, 2.0, 0.6))
    if s.on(2) > 0:
        fade = 1 - s.on(3)
        with p.faint(s.on(2) * fade):
            paper(p, 230, 205, 220, 290, 10, seed=9, colour=TEAL)
            p.line([(352, 205), (452, 205)], INK, 5, dash=(1, 11))
            card(p, 610, 205, 280, 220, WHITE)
            x, y = 490, 120
            for i in range(13):
                width = 34 + 30 * abs(math.sin(i * 1.9))
                if x + width > 735:
                    x, y = 490, y + 46
                alien = i in (6, 7)
                _piece(p, x, y, width, BRICK if alien else TONES[i % 4 if i % 4 != 3 else 0], s.on(2, 0.5 + i * 0.24, 0.4))
                x += width + 8
            sign(p, "cross", 742, 108, 24, s.raw(2, 4.2, 0.6))
    if s.on(3) > 0:
        icon(p, "link", 170, 205, 120, s.raw(3, 0.1, 0.6))
        sign(p, "ring", 232, 150, 22, s.raw(3, 0.9, 0.5))
        p.line([(260, 205), (352, 205)], TEAL, 6, share=max(0.01, s.raw(3, 1.6, 0.7)), alpha=s.on(3, 1.6, 0.2), dash=(1, 11))
        with p.faint(s.on(3, 2.0)):
            paper(p, 452, 205, 150, 190, 8, seed=9, marked=(3, 4))
        icon(p, "eye", 452, 90, 66, s.raw(3, 2.6, 0.5))
        p.line([(548, 205), (620, 205)], TEAL, 6, share=max(0.01, s.raw(3, 3.2, 0.6)), alpha=s.on(3, 3.2, 0.2), dash=(1, 11))
        sign(p, "tick", 690, 205, 52, s.raw(3, 3.8, 0.7))


def same_tone(p, s):
    """A person hesitates; the machine's wave is the same for the right and for the wrong."""
    def wave(x0, x1, y, shaky, colour, share):
        points = []
        for i in range(90):
            x = mix(x0, x1, i / 89)
            gap = shaky and (i // 9) % 3 == 2
            high = 0 if gap else 20 * math.sin(i * 0.55 + s.t * 2.2) * (0.55 + 0.45 * math.sin(i * (0.31 if shaky else 0.0) + 1))
            points.append((x, y + high))
        p.line(points, colour, 4.5, share=max(0.01, share))

    with p.faint(1 - s.on(2)):
        with p.faint(1 - s.on(1)):
            machine(p, 427, 190, 1.3, s.t, working=1)
            wave(150, 330, 330, False, TEAL, s.raw(0, 0.3, 1.2))
            wave(350, 500, 330, False, TEAL, s.raw(0, 0.9, 1.2))
            wave(520, 704, 330, False, TEAL, s.raw(0, 1.5, 1.2))
        with p.faint(s.on(1)):
            person(p, 230, 384, 1.5, "dark", "#17110e", "curly", MINT, mood=-0.2, breath=s.t, look=math.sin(s.t * 1.5))
            bubble(p, 540, 170, 330, 130, WHITE, -1, s.raw(1, 0.3))
            wave(400, 680, 170, True, BRICK, s.raw(1, 0.8, 2.0))
    if s.on(2) > 0:
        with p.faint(s.on(2) * (1 - 0.75 * s.on(3))):
            for i, kind in enumerate(("tick", "cross")):
                card(p, 330, 125 + i * 150, 380, 116, WHITE)
                wave(160, 500, 125 + i * 150, False, TEAL, s.raw(2, 0.4, 1.6))
                sign(p, kind, 590, 125 + i * 150, 34, s.raw(2, 2.2 + i * 0.8, 0.6))
        if s.on(3) > 0:
            icon(p, "lens", 427 + 10 * math.sin(s.t), 205 + 6 * math.cos(s.t), 210, s.raw(3, 1.4, 0.7))
            sign(p, "tick", 410 + 10 * math.sin(s.t), 188 + 6 * math.cos(s.t), 44, s.raw(3, 2.0, 0.6))


SCENES = {"next-piece": next_piece, "a-little-chance": a_little_chance, "no-drawer": no_drawer, "with-search": with_search, "same-tone": same_tone}
