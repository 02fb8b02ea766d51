"""What a scene knows of the time: seconds since it began, and how far each of its cues has come."""
from pen import ease


class Stage:
    """The clock of one scene in one frame."""

    def __init__(self, scene, now):
        self.t = now - scene["start"]
        self.length = scene["end"] - scene["start"]
        self._cues = [(cue["start"] - scene["start"], cue["end"] - scene["start"]) for cue in scene["cues"]]

    def on(self, cue, after=0.0, takes=0.7):
        """Return 0 to 1: how far something has come that begins `after` seconds after a cue begins."""
        return ease((self.t - self._cues[cue][0] - after) / takes)

    def raw(self, cue, after=0.0, takes=0.7):
        """As `on`, at an even speed."""
        return min(1.0, max(0.0, (self.t - self._cues[cue][0] - after) / takes))

    def span(self, cue, until=None):
        """Return 0 to 1: the even way from the beginning of a cue to the end of it, or of the cue `until`."""
        start, end = self._cues[cue][0], self._cues[cue if until is None else until][1]
        return min(1.0, max(0.0, (self.t - start) / (end - start)))

    def during(self, cue, until=None):
        """Return 1 while a cue (or the cues up to `until`) stands, with soft edges, else 0."""
        last = cue if until is None else until
        return self.on(cue) * (1 - ease((self.t - self._cues[last][1]) / 0.6))
