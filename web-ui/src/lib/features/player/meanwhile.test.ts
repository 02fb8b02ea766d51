import { expect, it } from 'vitest';
import type { Enrolment, OutlineUnit } from '$lib/api/types';
import { asOfNow, happened, isOld, justRead, opensOther, untouched } from './meanwhile.svelte';

const unit = (key: string, more: Partial<OutlineUnit> = {}): OutlineUnit => ({
  key,
  title: key,
  type: 'lesson',
  minutes: 10,
  mandatory: true,
  state: 'new',
  opensBecause: [],
  conditional: false,
  score: null,
  passed: null,
  triesUsed: 0,
  triesLeft: null,
  ...more,
});
const enrolment = {
  id: 'e',
  doneUnits: 1,
  totalUnits: 3,
  percent: 33,
  minutesLeft: 20,
  modules: [
    {
      key: 'm',
      title: 'm',
      week: null,
      units: [
        unit('a', { state: 'done' }),
        unit('b'),
        unit('c', {
          type: 'quiz',
          state: 'locked',
          triesLeft: 2,
          opensBecause: [{ code: 'after-unit', params: { unit: 'b' } }],
        }),
      ],
    },
  ],
} as unknown as Enrolment;

it('counts what was done since the enrolment was read, once', () => {
  justRead('e');
  expect(asOfNow(enrolment)).toEqual(enrolment);
  happened('e', 'b', 'open');
  expect(asOfNow(enrolment).modules[0]?.units[1]?.state).toBe('open');
  happened('e', 'b', 'done');
  happened('e', 'b', 'open');
  happened('other', 'c', 'done');
  expect(asOfNow(enrolment)).toMatchObject({ doneUnits: 2, percent: 66, minutesLeft: 10 });
  expect(asOfNow(enrolment).modules[0]?.units.map((one) => one.state)).toEqual(['done', 'done', 'locked']);
});

it('begins anew with each reading, and knows when it was of another enrolment', () => {
  happened('e', 'b', 'done');
  justRead('e');
  expect(asOfNow(enrolment)).toEqual(enrolment);
  expect(isOld('e')).toBe(false);
  expect(isOld('other')).toBe(true);
});

it('asks the server when something else waits for the unit', () => {
  expect(opensOther(enrolment, 'b')).toBe(true);
  expect(opensOther(enrolment, 'a')).toBe(false);
});

it('knows a quiz that was never begun', () => {
  const quiz = enrolment.modules[0]?.units[2];
  expect(quiz && untouched(quiz).quiz).toMatchObject({
    triesUsed: 0,
    triesLeft: 2,
    passed: false,
    attempts: [],
  });
  expect(untouched(unit('a')).quiz).toBeNull();
});
