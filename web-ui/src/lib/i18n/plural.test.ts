import { expect, it } from 'vitest';
import { plural } from './plural';

it('chooses the form by the language and writes the number as the language does', () => {
  expect(plural('en')(1, '{n} point', '{n} points')).toBe('1 point');
  expect(plural('en')(0, '{n} point', '{n} points')).toBe('0 points');
  expect(plural('ca')(12345, '{n} punt', '{n} punts')).toBe('12.345 punts');
  expect(plural('es')(1_000_000, '{n} punto', '{n} puntos')).toBe('1.000.000 puntos');
});
