/** Keeps answers that were not sent yet, so that a reload loses nothing. */
import type { Answer } from '$lib/api/types';

const PREFIX = 'aulari.draft.';

export function loadDraft(key: string | null): Answer | null {
  if (!key) return null;
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as Answer) : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string | null, answer: Answer | null) {
  if (!key) return;
  try {
    if (answer) sessionStorage.setItem(PREFIX + key, JSON.stringify(answer));
    else sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Without storage a draft lives as long as the page.
  }
}
