/**
 * Who is signed in.
 * The server is asked only where it matters or where this browser remembers a sign-in, so that a first visit
 * costs no request for nothing.
 */
import { answer, api, orNull } from '$lib/api/client';
import type { Lang, Me, Role } from '$lib/api/types';
import { forgetDrafts } from '$lib/design/drafts';

const STORAGE_KEY = 'aulari.signedIn';

let me = $state.raw<Me | null>(null);
let asked: Promise<Me | null> | null = null;

function remembered(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === '1';
  } catch {
    return true;
  }
}

function set(person: Me | null): Me | null {
  me = person;
  asked = Promise.resolve(person);
  try {
    if (person) localStorage.setItem(STORAGE_KEY, '1');
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage the server is simply asked each time.
  }
  return person;
}

export const session = {
  get me() {
    return me;
  },
  is: (role: Role) => me?.roles.includes(role) ?? false,
  /** Who it is; `sure` asks the server even when this browser remembers nobody. Throws when it cannot be reached. */
  async find(sure: boolean): Promise<Me | null> {
    if (!asked && !sure && !remembered()) return null;
    asked ??= orNull(answer(api.GET('/api/v1/session')), 401);
    try {
      return set(await asked);
    } catch (thrown) {
      asked = null;
      throw thrown;
    }
  },
  /** The server has said that the session is over. */
  ended: () => void set(null),
  signIn: async (login: string, password: string) =>
    set(await answer(api.POST('/api/v1/session', { body: { login, password } }))),
  signUp: async (person: { name: string; login: string; password: string; language: Lang }) =>
    set(await answer(api.POST('/api/v1/people', { body: person }))),
  enterDemo: async (role: Role) => set(await answer(api.POST('/api/v1/demo/entry', { body: { role } }))),
  change: async (change: Partial<Pick<Me, 'name' | 'language' | 'rewards'>>) =>
    set(await answer(api.PATCH('/api/v1/me', { body: change }))),
  async signOut() {
    await orNull(answer(api.DELETE('/api/v1/session')), 401);
    forgetDrafts();
    set(null);
  },
};
