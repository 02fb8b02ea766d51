"""The drawing tools of the film: palette, easing, and the simplest shapes on a Skia canvas.

The picture is 854 x 480. Below y = 385 nothing is drawn that matters: captions stand there.
"""
import math

import skia

WIDTH, HEIGHT, FLOOR = 854, 480, 385

TEAL, MINT, AMBER, CREAM, INK, BRICK = "#0b4f4a", "#8cc7b8", "#f2b33d", "#fbf9f4", "#16211f", "#9c2f22"
PALE, SAND, WHITE, GREY, ROSE = "#d8ece5", "#f0eadc", "#ffffff", "#b9c2bd", "#f0d9d3"


def ease(x):
    """Return a smooth step: 0 below 0, 1 above 1, without corners between."""
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


def pop(x):
    """Return a step from 0 to 1 that goes a little too far and comes back."""
    x = min(1.0, max(0.0, x))
    return 1 + 2.2 * (x - 1) ** 3 + 1.2 * (x - 1) ** 2


def mix(a, b, x):
    """Return the number at the share x of the way from a to b."""
    return a + (b - a) * x


class Pen:
    """Draws on one frame. Sizes are in pixels, colours are `#rrggbb`, `alpha` is from 0 to 1."""

    def __init__(self, canvas):
        self.canvas = canvas
        self.fade = 1.0

    def paint(self, colour, alpha=1.0, stroke=0.0, dash=None):
        """Return a Skia paint, filled or (with `stroke`) as a line with round ends."""
        paint = skia.Paint(AntiAlias=True)
        red, green, blue = (int(colour[i:i + 2], 16) for i in (1, 3, 5))
        paint.setColor(skia.ColorSetARGB(int(255 * min(1, max(0, alpha * self.fade))), red, green, blue))
        if stroke:
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(stroke)
            paint.setStrokeCap(skia.Paint.kRound_Cap)
            paint.setStrokeJoin(skia.Paint.kRound_Join)
            if dash:
                paint.setPathEffect(skia.DashPathEffect.Make(list(dash), 0))
        return paint

    def at(self, x, y, scale=1.0, turn=0.0):
        """Return a context in which (0, 0) is at (x, y), everything is scaled, and turned by degrees."""
        return _Moved(self.canvas, x, y, scale, turn)

    def faint(self, share):
        """Return a context in which everything is drawn with this share of its opacity."""
        return _Faded(self, share)

    def box(self, x, y, w, h, colour, round=8, alpha=1.0, stroke=0.0, dash=None):
        """Draw a rectangle with round corners; (x, y) is its upper left corner."""
        self.canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, w, h), round, round, self.paint(colour, alpha, stroke, dash))

    def disc(self, x, y, r, colour, alpha=1.0, stroke=0.0, dash=None):
        """Draw a circle with its centre at (x, y)."""
        if r > 0:
            self.canvas.drawCircle(x, y, r, self.paint(colour, alpha, stroke, dash))

    def line(self, points, colour, width=3.0, alpha=1.0, closed=False, share=1.0, dash=None):
        """Draw a line through points; `share` draws only its first part."""
        if share < 1:
            points = _first_part(points, share)
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in points], closed)
        self.canvas.drawPath(path, self.paint(colour, alpha, width, dash))

    def shape(self, points, colour, alpha=1.0):
        """Fill a polygon."""
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in points], True)
        self.canvas.drawPath(path, self.paint(colour, alpha))

    def arc(self, x, y, r, start, sweep, colour, width=4.0, alpha=1.0):
        """Draw a part of a circle; degrees, 0 is at the right and they grow clockwise."""
        path = skia.Path()
        path.addArc(skia.Rect.MakeXYWH(x - r, y - r, 2 * r, 2 * r), start, sweep)
        self.canvas.drawPath(path, self.paint(colour, alpha, width))

    def slice(self, x, y, r, start, sweep, colour, alpha=1.0):
        """Fill a slice of a circle."""
        path = skia.Path()
        path.moveTo(x, y)
        path.arcTo(skia.Rect.MakeXYWH(x - r, y - r, 2 * r, 2 * r), start, min(sweep, 359.9), False)
        path.close()
        self.canvas.drawPath(path, self.paint(colour, alpha))

    def figure(self, x, y, text, size=28, colour=INK, alpha=1.0, anchor="middle"):
        """Write figures and signs (never words), with the middle of their height at y."""
        font = skia.Font(_typeface(), size)
        width = font.measureText(text)
        left = {"middle": x - width / 2, "start": x, "end": x - width}[anchor]
        self.canvas.drawString(text, left, y + size * 0.36, font, self.paint(colour, alpha))
        return width


def smooth(points, steps=12):
    """Return more points, on a soft curve through the given ones (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    found = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for step in range(steps):
            t = step / steps
            found.append(tuple(
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3)
                for p, q, r, s in zip(a, b, c, d)
            ))
    return [*found, points[-1]]


def _first_part(points, share):
    total = sum(math.dist(a, b) for a, b in zip(points, points[1:]))
    left = total * max(0.0, share)
    found = [points[0]]
    for a, b in zip(points, points[1:]):
        length = math.dist(a, b)
        if length >= left:
            part = left / length if length else 0
            found.append((mix(a[0], b[0], part), mix(a[1], b[1], part)))
            break
        found.append(b)
        left -= length
    return found


_FACE = []


def _typeface():
    if not _FACE:
        _FACE.append(skia.Typeface("DejaVu Sans", skia.FontStyle.Bold()))
    return _FACE[0]


class _Moved:
    def __init__(self, canvas, x, y, scale, turn):
        self.canvas, self.place = canvas, (x, y, scale, turn)

    def __enter__(self):
        x, y, scale, turn = self.place
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(turn)
        self.canvas.scale(max(scale, 0.0001), max(scale, 0.0001))

    def __exit__(self, *_):
        self.canvas.restore()


class _Faded:
    def __init__(self, pen, share):
        self.pen, self.share = pen, share

    def __enter__(self):
        # A layer fades as a whole; fading each shape by itself would show the shapes behind it.
        self.before = self.pen.fade
        self.layer = 0 < self.share < 1
        if self.layer:
            self.pen.canvas.saveLayerAlpha(None, int(255 * self.share))
        elif self.share <= 0:
            self.pen.fade = 0.0

    def __exit__(self, *_):
        self.pen.fade = self.before
        if self.layer:
            self.pen.canvas.restore()
