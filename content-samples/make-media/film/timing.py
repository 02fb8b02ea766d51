"""When each cue of the film begins and ends, and when each scene and chapter begins.

The three languages share one picture, so they share one clock: a cue stays as long as its longest language needs.
"""
import pathlib
import tomllib

LANGUAGES = ("ca", "es", "en")
CHARACTERS_PER_SECOND = 13.0  # 15 to 17 is usual for adults; slower, because captions are the only words here
SHORTEST = 3.2                # seconds that even a very short cue stays
GAP = 0.35                    # seconds without words between two cues
SCENE_LEAD = 1.3              # seconds of a new picture before its first words
SCENE_TAIL = 1.2              # seconds of a picture after its last words
FILM_TAIL = 3.0               # seconds of the last picture after everything

SCRIPT = pathlib.Path(__file__).with_name("script.toml")


def plan(path=SCRIPT):
    """Return the list of scenes with `id`, `chapter`, `start`, `end` and `cues`.

    A cue is a dictionary with `start`, `end` (seconds of the film) and `text` by language.
    """
    clock = 0.0
    scenes = []
    for raw in tomllib.loads(path.read_text(encoding="utf-8"))["scene"]:
        start = clock
        clock += SCENE_LEAD
        cues = []
        for texts in raw["cues"]:
            stay = max(SHORTEST, max(len(text) for text in texts) / CHARACTERS_PER_SECOND + 0.4)
            cues.append({"start": round(clock, 2), "end": round(clock + stay, 2), "text": dict(zip(LANGUAGES, texts, strict=True))})
            clock += stay + GAP
        clock += SCENE_TAIL
        scenes.append({"id": raw["id"], "chapter": raw["chapter"], "start": round(start, 2), "end": round(clock, 2), "cues": cues})
    scenes[-1]["end"] = round(scenes[-1]["end"] + FILM_TAIL, 2)
    return scenes


def chapters(scenes):
    """Return (chapter id, whole second at which it begins) for each chapter, in order.

    Whole seconds are rounded up so that a jump to a chapter never shows the last moment of the one before.
    """
    found = []
    for scene in scenes:
        if not found or found[-1][0] != scene["chapter"]:
            found.append((scene["chapter"], int(-(-scene["start"] // 1))))
    return found


if __name__ == "__main__":
    film = plan()
    for name, second in chapters(film):
        print(f"{second:5d}  {name}")
    print(f"{film[-1]['end']:.1f} seconds, {sum(len(scene['cues']) for scene in film)} cues")
