import { expect, it } from 'vitest';
import { ApiError } from '$lib/api/client';
import { returnTo } from './returnTo';
import { faultsOf, signUpFaults } from './rules';

it('finds what the server would refuse', () => {
  expect(signUpFaults('Ada', 'ada.lovelace', 'engine-of-analysis')).toEqual({});
  expect(signUpFaults('', 'A b', 'short')).toEqual({
    name: 'nameMissing',
    login: 'loginForm',
    password: 'passwordShort',
  });
  expect(signUpFaults('Ada', 'ada.lovelace', 'ada.lovelace')).toEqual({ password: 'passwordEqual' });
  expect(signUpFaults('Ada', 'ada@example.org', 'engine-of-analysis')).toEqual({});
});

it('puts a refusal of the server at its field', () => {
  const refused = new ApiError(422, 'invalid-input', '/password', {}, [
    { pointer: '/password', code: 'password-common' },
  ]);
  expect(faultsOf(refused)).toEqual({ password: 'passwordCommon' });
  expect(faultsOf(new ApiError(409, 'login-taken'))).toEqual({ login: 'loginTaken' });
  expect(faultsOf(new ApiError(503, 'unavailable'))).toBeNull();
});

it('returns only to pages of this site', () => {
  const at = (wished: string) => returnTo(new URLSearchParams({ return: wished }), '/my');
  expect(at('/courses/a?start')).toBe('/courses/a?start');
  for (const evil of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
  ]) {
    expect(at(evil)).toBe('/my');
  }
});
