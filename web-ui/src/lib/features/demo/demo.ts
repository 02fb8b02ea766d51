/** The demonstration: invented people to enter as, and a way to begin again. */
import { answer, api, shared } from '$lib/api/client';
import type { Demo } from '$lib/api/types';

const HIDDEN_KEY = 'aulari.tourHidden';

/** `null` when the demonstration cannot tell its people just now: the page opens without them. */
export const getDemo = (): Promise<Demo | null> => answer(shared.GET('/api/v1/demo')).catch(() => null);

export const resetDemo = () => answer(api.POST('/api/v1/demo/reset'));

export function tourHidden(): boolean {
  try {
    return localStorage.getItem(HIDDEN_KEY) === '1';
  } catch {
    return false;
  }
}

export function hideTour(hidden: boolean) {
  try {
    if (hidden) localStorage.setItem(HIDDEN_KEY, '1');
    else localStorage.removeItem(HIDDEN_KEY);
  } catch {
    // Then it is hidden until the page is loaded again.
  }
}
