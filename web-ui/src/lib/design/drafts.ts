/**
 * Keeps what was typed and not sent yet, so that a reload loses nothing. It lives as long as the window's tab, on this
 * device alone. Passwords are never kept.
 */
const PREFIX = 'aulari.draft.';

export function loadDraft<T>(key: string | null): T | null {
  if (!key) return null;
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** `null` forgets it. */
export function keepDraft(key: string | null, typed: unknown) {
  if (!key) return;
  try {
    if (typed === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(typed));
  } catch {
    // Without storage a draft lives as long as the page.
  }
}

/** Forgets everything: whoever comes to this device next finds nothing. */
export function forgetDrafts() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to forget.
  }
}
