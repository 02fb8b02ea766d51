import { expect, it } from 'vitest';
import type { Question } from '$lib/api/types';
import { completeness, emptyAnswer, linesOf, mixed } from './answers';

const common = { points: 1, tries: 0, hints: 0 };
const part = (id: string) => ({ id, title: id.toUpperCase(), html: '' });
const names = { yes: 'True', no: 'False', gap: (at: number) => `Gap ${at}` };
const matching: Question = {
  ...common,
  kind: 'matching',
  left: [part('a'), part('b')],
  right: [part('x'), part('y')],
};

it('mixes the same for the same seed and loses nothing', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map(part);
  expect(mixed(items, 'one')).toEqual(mixed(items, 'one'));
  expect(
    mixed(items, 'one')
      .map((item) => item.id)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd', 'e']);
  const orders = new Set(
    ['1', '2', '3', '4', '5', '6'].map((seed) =>
      mixed(items, seed)
        .map((item) => item.id)
        .join(''),
    ),
  );
  expect(orders.size).toBeGreaterThan(1);
});

it('knows what is missing in an answer', () => {
  expect(completeness(matching, emptyAnswer(matching))).toBe('none');
  expect(completeness(matching, { kind: 'matching', pairs: { a: 'x' } })).toBe('part');
  expect(completeness(matching, { kind: 'matching', pairs: { a: 'x', b: 'y' } })).toBe('whole');
  expect(completeness({ ...common, kind: 'text' }, { kind: 'text', text: '  ' })).toBe('none');
  expect(completeness({ ...common, kind: 'single', options: [part('a')], shuffle: true }, null)).toBe('none');
  const order: Question = { ...common, kind: 'ordering', items: [part('a'), part('b')] };
  expect(completeness(order, emptyAnswer(order))).toBe('whole');
});

it('reads an answer back in words', () => {
  expect(linesOf(matching, { kind: 'matching', pairs: { a: 'x' } }, names)).toEqual(['A: X']);
  const gaps: Question = { ...common, kind: 'gaps', mode: 'chosen', gaps: ['g1'], options: [part('a')] };
  expect(linesOf(gaps, { kind: 'gaps', gaps: { g1: 'a' } }, names)).toEqual(['Gap 1: A']);
  const truth: Question = { ...common, kind: 'truefalse', options: [] };
  expect(linesOf(truth, { kind: 'truefalse', value: false }, names)).toEqual(['False']);
});
