"""Turns Spanish and English text into the phoneme signs that the Kokoro voice model was trained with.

espeak-ng gives the phonemes (International Phonetic Alphabet, joined sounds marked with ^); the model writes
some joined sounds with one sign, and keeps the punctuation, which gives its speech the melody.
"""
import re
import subprocess

VOICES = {"es": "es", "en": "en-gb"}
JOINED = {
    "es": {"t^ʃ": "ʧ", "d^ʒ": "ʤ", "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "o^ʊ": "O", "ɔ^ɪ": "Y"},
    "en": {
        "t^ʃ": "ʧ", "d^ʒ": "ʤ", "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "ɔ^ɪ": "Y", "ə^ʊ": "Q", "e^ə": "ɛː", "ə^l": "ᵊl",
        "iə": "ɪə", "ɐ": "ə", "r": "ɹ", "ʔ": "t", "x": "k",
    },
}
PAUSES = re.compile(r"([.,;:!?…—]+[»”\"']*|[«“\"¿¡]+|[»”\"]+)")


def phonemes(text, language):
    """Return the signs of one sentence, with its punctuation."""
    found = []
    for piece in PAUSES.split(text):
        if PAUSES.fullmatch(piece):
            mark = re.sub(r"[^.,;:!?…]", "", piece)[:1]
            if mark:
                found.append(mark)
        elif piece.strip():
            found.append((" " if found else "") + _spoken(piece.strip(), language))
    return re.sub(r"\s+", " ", "".join(found)).strip()


def _spoken(words, language):
    command = ["espeak-ng", "-q", "--ipa", "--tie=^", "-v", VOICES[language], words]
    signs = " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    for old, new in JOINED[language].items():
        signs = signs.replace(old, new)
    return signs.replace("^", "").replace("_", "").replace("-", "")
