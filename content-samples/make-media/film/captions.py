"""Writes the captions of the film and its transcript, and says where its chapters begin.

python3 captions.py COURSE_FOLDER
"""
import pathlib
import re
import sys

import timing

UNIT = "01-the-session/01-the-replay"
LINE = 46  # characters in a line of captions


def stamp(seconds):
    """Return a time as WebVTT writes it, hours:minutes:seconds.thousandths."""
    thousandths = round(seconds * 1000)
    return f"{thousandths // 3600000:02}:{thousandths // 60000 % 60:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"


def lines(text):
    """Return the text in one line, or in two of about the same length, broken after punctuation where that is near."""
    if len(text) <= LINE:
        return text
    middle = len(text) / 2
    spaces = [match.start() for match in re.finditer(" ", text)]
    best = min(spaces, key=lambda at: (max(at, len(text) - at - 1) > LINE, abs(at - middle) - (8 if text[at - 1] in ".,:;?!" else 0)))
    return text[:best] + "\n" + text[best + 1:]


def webvtt(scenes, language):
    """Return a caption file in one language."""
    blocks = ["WEBVTT"]
    number = 0
    for scene in scenes:
        for cue in scene["cues"]:
            number += 1
            blocks.append(f"{number}\n{stamp(cue['start'])} --> {stamp(cue['end'])}\n{lines(cue['text'][language])}")
    return "\n\n".join(blocks) + "\n"


def transcript(scenes, language, titles):
    """Return the words as Markdown: the title of each chapter in bold, a paragraph for each scene."""
    parts = []
    chapter = None
    for scene in scenes:
        if scene["chapter"] != chapter:
            chapter = scene["chapter"]
            parts.append(f"**{titles[chapter]}**")
        parts.append(" ".join(cue["text"][language] for cue in scene["cues"]).replace("... ...", " "))
    return "\n\n".join(parts)


def main(course):
    """Write three caption files, and the transcript into the unit's three texts."""
    scenes = timing.plan()
    for language in timing.LANGUAGES:
        (course / "media" / f"replay.{language}.vtt").write_text(webvtt(scenes, language), encoding="utf-8")
        page = course / UNIT / f"unit.{language}.md"
        text = page.read_text(encoding="utf-8")
        titles = {key: title for title, key in re.findall(r"^### (.+?) \{#replay\.([a-z-]+)\}$", text, re.M)}
        body = transcript(scenes, language, titles)
        text = re.sub(r"(### \{#replay\.transcript\}\n).*?(?=\n### )", lambda match: f"{match[1]}\n{body}\n", text, flags=re.S)
        page.write_text(text, encoding="utf-8")
    print(f"seconds = {round(scenes[-1]['end'])}")
    for name, second in timing.chapters(scenes):
        print(f'  {{ id = "{name}", at = {second} }},')


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
