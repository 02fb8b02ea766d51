"""Writes the pictures of pictures.toml into the courses, one file for each language.

python3 draw.py SAMPLES_FOLDER [name...]
"""
import pathlib
import sys
import tomllib

import cards

TEXTS = pathlib.Path(__file__).with_name("pictures.toml")


def main(samples, names):
    """Draw all pictures, or only those named."""
    for name, picture in tomllib.loads(TEXTS.read_text(encoding="utf-8")).items():
        if names and name not in names:
            continue
        for language in ("ca", "es", "en"):
            file = samples / picture["course"] / "media" / f"{name}.{language}.svg"
            file.write_text(cards.svg(picture, picture[language]), encoding="utf-8")
            print(file)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
