import { beforeEach, expect, it, vi } from 'vitest';
import { forgetDrafts, keepDraft, loadDraft } from './drafts';

beforeEach(() => {
  const kept: Record<string, string> = { other: 'stays' };
  // Names of what is kept are the object's own keys, as in a browser.
  Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: { value: (key: string, value: string) => void (kept[key] = value) },
    removeItem: { value: (key: string) => void delete kept[key] },
  });
  vi.stubGlobal('sessionStorage', kept);
});

it('gives back what was typed until it is sent', () => {
  keepDraft('sign-up', { name: 'Iu' });
  expect(loadDraft('sign-up')).toEqual({ name: 'Iu' });
  keepDraft('sign-up', null);
  expect(loadDraft('sign-up')).toBeNull();
});

it('forgets all of them and nothing else', () => {
  keepDraft('one', 1);
  keepDraft('two', 2);
  forgetDrafts();
  expect([loadDraft('one'), loadDraft('two')]).toEqual([null, null]);
  expect(sessionStorage.getItem('other')).toBe('stays');
});

it('lives without storage', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keepDraft('one', 1);
  forgetDrafts();
  expect(loadDraft('one')).toBeNull();
});
