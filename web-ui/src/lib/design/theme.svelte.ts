/** The chosen colours: `system` follows the device. The shell sets them before the first paint. */
export type Theme = 'system' | 'light' | 'dark';
const STORAGE_KEY = 'aulari.theme';

function read(): Theme {
  const set = document.documentElement.dataset.theme;
  return set === 'light' || set === 'dark' ? set : 'system';
}

let current = $state<Theme>(typeof document === 'undefined' ? 'system' : read());

export const theme = {
  get current() {
    return current;
  },
  set current(next: Theme) {
    current = next;
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      if (next === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
};
