"""Draws the film frame by frame and encodes it.

python3 film.py OUT.mp4                       the whole film
python3 film.py --sheet OUT.png SCENE...      a sheet with moments of some scenes, to look at
python3 film.py --frame SECONDS OUT.png       one frame
"""
import importlib
import subprocess
import sys

import skia

import timing
from pen import HEIGHT, WIDTH, Pen, ease
from stage import Stage
from things import backdrop

FRAMES_PER_SECOND = 15
CROSS = 0.45  # seconds in which a picture comes out of the plain wall, and goes back

DRAW = {}
for number in range(1, 6):
    try:
        DRAW.update(importlib.import_module(f"scenes_{number}").SCENES)
    except ModuleNotFoundError as missing:
        print(missing, file=sys.stderr)
FILM = timing.plan()
CHAPTERS = [name for name, _ in timing.chapters(FILM)]


def draw(canvas, now):
    """Draw the frame at `now` seconds."""
    scene = next((scene for scene in FILM if now < scene["end"]), FILM[-1])
    pen = Pen(canvas)
    stage = Stage(scene, now)
    backdrop(pen, now, CHAPTERS.index(scene["chapter"]), len(CHAPTERS))
    last = scene is FILM[-1]
    with pen.faint(min(ease(stage.t / CROSS), 1.0 if last else ease((stage.length - stage.t) / CROSS))):
        DRAW[scene["id"]](pen, stage)


def surface():
    """Return an empty picture in the size of the film."""
    return skia.Surface.MakeRasterN32Premul(WIDTH, HEIGHT)


def sheet(path, ids):
    """Save a picture with four moments of each scene, one scene in a row."""
    columns, scale = 4, 0.5
    rows = [scene for scene in FILM if scene["id"] in ids]
    big = skia.Surface.MakeRasterN32Premul(int(WIDTH * scale * columns), int(HEIGHT * scale * len(rows)))
    for row, scene in enumerate(rows):
        moments = [cue["end"] - 0.3 for cue in scene["cues"]]
        while len(moments) > columns:
            moments.pop(0 if len(moments) % 2 else 1)
        for column, now in enumerate(moments):
            one = surface()
            draw(one.getCanvas(), now)
            canvas = big.getCanvas()
            canvas.save()
            canvas.scale(scale, scale)
            canvas.drawImage(one.makeImageSnapshot(), column * WIDTH, row * HEIGHT, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
            canvas.restore()
    big.makeImageSnapshot().save(path, skia.kPNG)


def encode(path):
    """Draw every frame and pipe it to ffmpeg: H.264 that old telephones play, with the index in front."""
    command = [
        "nice", "-n", "10", "ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra", "-s", f"{WIDTH}x{HEIGHT}",
        "-r", str(FRAMES_PER_SECOND), "-i", "-", "-threads", "1", "-c:v", "libx264", "-profile:v", "main", "-level", "3.1",
        "-preset", "medium", "-tune", "animation", "-crf", "24", "-g", str(FRAMES_PER_SECOND * 5), "-pix_fmt", "yuv420p",
        "-movflags", "+faststart", "-an", path,
    ]
    pipe = subprocess.Popen(command, stdin=subprocess.PIPE)
    one = surface()
    canvas = one.getCanvas()
    for number in range(int(FILM[-1]["end"] * FRAMES_PER_SECOND)):
        draw(canvas, number / FRAMES_PER_SECOND)
        pipe.stdin.write(one.makeImageSnapshot().tobytes())
    pipe.stdin.close()
    if pipe.wait():
        sys.exit("ffmpeg failed")


if __name__ == "__main__":
    if sys.argv[1] == "--sheet":
        sheet(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "--frame":
        single = surface()
        draw(single.getCanvas(), float(sys.argv[2]))
        single.makeImageSnapshot().save(sys.argv[3], skia.kPNG)
    else:
        encode(sys.argv[1])
