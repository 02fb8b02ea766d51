import { expect, it } from 'vitest';
import { uuid7 } from './uuid';

it('holds the time first, so that ids sort by it', () => {
  const early = uuid7(1_700_000_000_000);
  const late = uuid7(1_800_000_000_000);
  expect(early < late).toBe(true);
  expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
});

it('is of version 7 and never twice the same', () => {
  const many = new Set(Array.from({ length: 1000 }, () => uuid7()));
  expect(many.size).toBe(1000);
  for (const id of many)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
