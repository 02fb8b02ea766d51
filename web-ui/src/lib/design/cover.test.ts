import { expect, it } from 'vitest';
import { coversFor, drawing, ownCover } from './cover';

const slugs = Array.from({ length: 200 }, (_, at) => `course-${at}`);

it('draws the same cover for the same course', () => {
  expect(drawing('stop-check-decide', 3)).toBe(drawing('stop-check-decide', 3));
  expect(ownCover('a')).toEqual(ownCover('a'));
});

it('never gives neighbours the same motif or family', () => {
  const covers = coversFor(slugs);
  covers.forEach((cover, at) => {
    for (const near of covers.slice(Math.max(0, at - 3), at)) {
      expect(near.motif).not.toBe(cover.motif);
      expect(near.family).not.toBe(cover.family);
    }
  });
});

it('needs no style attribute, which the content policy forbids', () => {
  for (let motif = 0; motif < 8; motif += 1) expect(drawing('x', motif)).not.toMatch(/style=|NaN|undefined/);
});
