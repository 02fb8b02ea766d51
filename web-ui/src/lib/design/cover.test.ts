import { expect, it } from 'vitest';
import { coversFor, drawing, ownCover } from './cover';

const slugs = Array.from({ length: 200 }, (_, at) => `course-${at}`);

it('draws the same cover for the same course', () => {
  expect(drawing('stop-check-decide', 3)).toBe(drawing('stop-check-decide', 3));
  expect(ownCover('a')).toEqual(ownCover('a'));
});

it('keeps the motif of a course wherever it stands, and never draws neighbours alike', () => {
  const covers = coversFor(slugs);
  covers.forEach((cover, at) => {
    expect(cover.motif).toBe(ownCover(slugs[at] ?? '').motif);
    for (const near of covers.slice(Math.max(0, at - 3), at)) expect(near).not.toEqual(cover);
  });
});

it('gives the sample courses six different motifs in six different colours', () => {
  const samples = [
    'find-work-online',
    'stop-check-decide',
    'shop-on-the-map',
    'first-loop-to-robot',
    'your-digital-rights',
    'ai-useful-wrong-or-neither',
  ].map(ownCover);
  expect(new Set(samples.map((one) => one.motif)).size).toBe(6);
  expect(new Set(samples.map((one) => one.family)).size).toBe(6);
});

it('needs no style attribute, which the content policy forbids', () => {
  for (let motif = 0; motif < 10; motif += 1) expect(drawing('x', motif)).not.toMatch(/style=|NaN|undefined/);
});
