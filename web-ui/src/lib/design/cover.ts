/**
 * Quiet geometric covers drawn from a course's identity.
 * The same slug gives the same drawing; in a list, neighbours never share motif or colour family.
 */
export const FAMILIES = 7;

/** A small deterministic generator: integers below `n`. */
type Dice = (n: number) => number;

function seed(text: string): number {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

function dice(text: string): Dice {
  let state = seed(text) || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
}

type Ink = 'deep' | 'mid' | 'spark' | 'pale';
const circle = (x: number, y: number, r: number, ink: Ink) =>
  `<circle class="${ink}" cx="${x}" cy="${y}" r="${r}"/>`;
const rect = (x: number, y: number, w: number, h: number, ink: Ink) =>
  `<rect class="${ink}" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
const path = (d: string, ink: Ink) => `<path class="${ink}" d="${d}"/>`;

function sunrise(roll: Dice): string {
  const x = 110 + roll(100);
  const rings = [172, 140, 108, 76, 46].map((r, i) => circle(x, 180, r, i % 2 ? 'deep' : 'mid'));
  return rings.join('') + circle(x, 180, 18, 'spark');
}

function tiles(roll: Dice): string {
  const sparkAt = roll(15);
  let out = '';
  for (let at = 0; at < 15; at += 1) {
    const x = (at % 5) * 64;
    const y = Math.floor(at / 5) * 60;
    const ink: Ink = at === sparkAt ? 'spark' : roll(2) ? 'mid' : 'deep';
    const corners = [
      `M${x} ${y}h64a64 60 0 0 1-64 60z`,
      `M${x + 64} ${y}v60a64 60 0 0 1-64-60z`,
      `M${x + 64} ${y + 60}h-64a64 60 0 0 1 64-60z`,
      `M${x} ${y + 60}v-60a64 60 0 0 1 64 60z`,
    ];
    out += path(corners[roll(4)] ?? '', ink);
  }
  return out;
}

function waves(roll: Dice): string {
  const shift = roll(80);
  const sparkAt = 2 + roll(2);
  let out = '';
  for (let i = 0; i < 5; i += 1) {
    const y = 46 + i * 30;
    const x = -160 + ((shift + i * 37) % 80);
    out += path(
      `M${x} ${y}q40 -34 80 0t80 0t80 0t80 0t80 0t80 0t80 0V190H${x}z`,
      i === sparkAt ? 'spark' : i % 2 ? 'deep' : 'mid',
    );
  }
  return out;
}

function dots(roll: Dice): string {
  const sparkAt = 8 + roll(28);
  let out = rect(0, 0, 320, 180, 'mid');
  for (let at = 0; at < 45; at += 1) {
    const column = at % 9;
    const row = Math.floor(at / 9);
    const r = 4 + ((column * 3 + row * 5 + roll(4)) % 12);
    out += circle(20 + column * 35, 18 + row * 36, r, at === sparkAt ? 'spark' : 'deep');
  }
  return out;
}

function stairs(roll: Dice): string {
  const up = roll(2) === 0;
  const sparkAt = 3 + roll(2);
  let out = '';
  for (let i = 0; i < 6; i += 1) {
    const height = 30 + i * 24 + roll(12);
    const x = up ? i * 54 : 270 - i * 54;
    out += rect(x, 180 - height, 54, height, i === sparkAt ? 'spark' : i % 2 ? 'deep' : 'mid');
  }
  return out;
}

function leaves(roll: Dice): string {
  const sparkAt = roll(8);
  let out = '';
  for (let at = 0; at < 8; at += 1) {
    const x = (at % 4) * 80;
    const y = Math.floor(at / 4) * 90;
    const ink: Ink = at === sparkAt ? 'spark' : (at + Math.floor(at / 4)) % 2 ? 'mid' : 'deep';
    out += roll(2)
      ? path(`M${x + 6} ${y + 6}h34a34 39 0 0 1 34 39v39h-34a34 39 0 0 1-34-39z`, ink)
      : path(`M${x + 74} ${y + 6}h-34a34 39 0 0 0-34 39v39h34a34 39 0 0 0 34-39z`, ink);
  }
  return out;
}

function hills(roll: Dice): string {
  const sun = circle(60 + roll(200), 56, 26, 'spark');
  const far = path(`M0 130L${60 + roll(40)} 60L190 150L${240 + roll(40)} 84L320 140V180H0z`, 'mid');
  const near = path(`M0 180V150Q80 ${96 + roll(20)} 160 140T320 132V180z`, 'deep');
  return sun + far + near;
}

function weave(roll: Dice): string {
  const sparkAt = roll(6);
  let out = '';
  for (let i = 0; i < 6; i += 1) out += rect(8 + i * 54, 0, 34, 180, i === sparkAt ? 'spark' : 'mid');
  for (let j = 0; j < 4; j += 1) {
    for (let i = 0; i < 7; i += 1) {
      if ((i + j) % 2) out += rect(i * 54 - 18, 8 + j * 45, 88, 28, 'deep');
    }
  }
  return out;
}

const MOTIFS: ((roll: Dice) => string)[] = [sunrise, tiles, waves, dots, stairs, leaves, hills, weave];

export interface CoverChoice {
  motif: number;
  family: number;
}

/** The cover that the slug asks for when nobody stands beside it. */
export function ownCover(slug: string): CoverChoice {
  const hash = seed(slug);
  return { motif: hash % MOTIFS.length, family: Math.floor(hash / 97) % FAMILIES };
}

/** One cover for each slug in order; no two within `reach` places share motif or family. */
export function coversFor(slugs: string[], reach = 3): CoverChoice[] {
  const chosen: CoverChoice[] = [];
  for (const slug of slugs) {
    const own = ownCover(slug);
    const near = chosen.slice(-reach);
    let { motif, family } = own;
    while (near.some((other) => other.motif === motif)) motif = (motif + 1) % MOTIFS.length;
    while (near.some((other) => other.family === family)) family = (family + 1) % FAMILIES;
    chosen.push({ motif, family });
  }
  return chosen;
}

/** The drawing as the inside of an SVG of 320 by 180; colours come from covers.css. */
export function drawing(slug: string, motif: number): string {
  const draw = MOTIFS[motif % MOTIFS.length] ?? hills;
  return rect(0, 0, 320, 180, 'pale') + draw(dice(slug));
}
