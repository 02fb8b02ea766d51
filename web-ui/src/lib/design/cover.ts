/**
 * Quiet geometric covers drawn from a course's identity.
 * The same slug gives the same drawing; in a list, neighbours never share both motif and colour family.
 */
export const FAMILIES = 8;
/** Spreads the sample courses over the motifs and the colours; any other word would do for the rest. */
const SALT = '16w';

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

/** Dots that grow towards one corner, as a print shades a picture. */
function dots(roll: Dice): string {
  const right = roll(2) === 1;
  const down = roll(2) === 1;
  const sparkAt = 12 + roll(21);
  let out = rect(0, 0, 320, 180, 'mid');
  for (let at = 0; at < 45; at += 1) {
    const column = at % 9;
    const row = Math.floor(at / 9);
    const reach = (right ? column : 8 - column) + (down ? row : 4 - row) * 1.4;
    out += circle(20 + column * 35, 18 + row * 36, 3 + reach * 0.95, at === sparkAt ? 'spark' : 'deep');
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

/** A row of gates, each with smaller ones inside. */
function arches(roll: Dice): string {
  const sparkAt = 1 + roll(2);
  let out = '';
  for (let i = 0; i < 4; i += 1) {
    const x = 40 + i * 80;
    for (const [step, ink] of (['deep', 'mid', 'pale'] as const).entries()) {
      const half = 38 - step * 12;
      const lit = i === sparkAt && step === 1;
      out += path(
        `M${x - half} 180V${70 + step * 14}a${half} ${half} 0 0 1 ${half * 2} 0V180z`,
        lit ? 'spark' : ink,
      );
    }
  }
  return out;
}

/** Rows of round shells, each row before the one above. */
function shells(roll: Dice): string {
  const sparkAt = 5 + roll(5);
  let out = '';
  let at = 0;
  for (let row = 0; row < 4; row += 1) {
    for (let i = 0; i < 5; i += 1) {
      const x = i * 80 + (row % 2 ? 40 : 0);
      const y = 62 + row * 42;
      out += circle(x, y, 40, 'pale') + circle(x, y, 36, row % 2 ? 'deep' : 'mid');
      out += circle(x, y, 18, at === sparkAt ? 'spark' : 'pale');
      at += 1;
    }
  }
  return out;
}

/** Three ways that run beside each other, turn together, and run on. */
function ways(roll: Dice): string {
  const up = roll(2) === 1;
  const turn = 90 + roll(60);
  const swap = roll(2) === 1;
  const inks: Ink[] = swap ? ['deep', 'spark', 'mid'] : ['spark', 'deep', 'mid'];
  let out = '';
  for (const [i, ink] of inks.entries()) {
    const from = (up ? 86 : 30) + i * 32;
    const to = (up ? 30 : 86) + i * 32;
    const x = turn + (up ? i : 2 - i) * 32;
    const bend = up ? -24 : 24;
    out +=
      `<path class="way ${ink}" d="M-20 ${from}H${x - 24}q24 0 24 ${bend}V${to - bend}` +
      `q0 ${bend} 24 ${bend}H340"/>`;
  }
  return out;
}

const MOTIFS: ((roll: Dice) => string)[] = [
  sunrise,
  tiles,
  waves,
  dots,
  stairs,
  leaves,
  hills,
  arches,
  shells,
  ways,
];

export interface CoverChoice {
  motif: number;
  family: number;
}

/** The cover that the slug asks for: the same one wherever the course stands. */
export function ownCover(slug: string): CoverChoice {
  const roll = dice(SALT + slug);
  return { motif: roll(MOTIFS.length), family: roll(FAMILIES) };
}

/** One cover for each slug in order: its own, but where two within `reach` places would look alike, another colour. */
export function coversFor(slugs: string[], reach = 3): CoverChoice[] {
  const chosen: CoverChoice[] = [];
  for (const slug of slugs) {
    const { motif, family: own } = ownCover(slug);
    const alike = chosen.slice(-reach).filter((other) => other.motif === motif);
    let family = own;
    while (alike.some((other) => other.family === family)) family = (family + 1) % FAMILIES;
    chosen.push({ motif, family });
  }
  return chosen;
}

/** The drawing as the inside of an SVG of 320 by 180; colours come from covers.css. */
export function drawing(slug: string, motif: number): string {
  const draw = MOTIFS[motif % MOTIFS.length] ?? hills;
  return rect(0, 0, 320, 180, 'pale') + draw(dice(slug));
}
