/** What the pages of sessions ask the server. */
import { answer, api, once } from '$lib/api/client';
import type { Lang } from '$lib/api/types';

const path = (id: string, lang: Lang) => ({ params: { path: { id }, query: { lang } } });

export const agenda = (lang: Lang, cursor: string | null = null) =>
  answer(
    api.GET('/api/v1/sessions', { params: { query: { lang, limit: 20, cursor: cursor ?? undefined } } }),
  );
export const session = (id: string, lang: Lang) => answer(api.GET('/api/v1/sessions/{id}', path(id, lang)));
export const mySessions = async (lang: Lang) =>
  (await answer(api.GET('/api/v1/me/sessions', { params: { query: { lang, limit: 20 } } }))).items;

export const book = (id: string, lang: Lang) => answer(api.PUT('/api/v1/me/sessions/{id}', path(id, lang)));
export const release = (id: string, lang: Lang) =>
  answer(api.DELETE('/api/v1/me/sessions/{id}', path(id, lang)));
export const join = (id: string, lang: Lang) =>
  answer(api.POST('/api/v1/me/sessions/{id}/joining', path(id, lang)));

export const plans = (lang: Lang, cursor: string | null = null) =>
  answer(
    api.GET('/api/v1/admin/sessions', {
      params: { query: { lang, limit: 50, cursor: cursor ?? undefined } },
    }),
  );
/** All rooms, page by page: a town has a few dozen. */
export async function rooms() {
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await answer(api.GET('/api/v1/admin/rooms', { params: { query: { limit: 100, cursor } } }));
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return all;
}

export interface Plan {
  course: string;
  starts: string;
  minutes: number;
  room: string | null;
  link: string | null;
  places: number | null;
}

/** `key` is that of the form: sent again, it plans one session. */
export const plan = (body: Plan, lang: Lang, key: string) =>
  answer(api.POST('/api/v1/admin/sessions', { params: { query: { lang } }, body, headers: once(key) }));
export const openRoom = (body: { name: string; address: string; seats: number }, key: string) =>
  answer(api.POST('/api/v1/admin/rooms', { body, headers: once(key) }));
export const callOff = (id: string, lang: Lang) =>
  answer(api.DELETE('/api/v1/admin/sessions/{id}', path(id, lang)));

/** The whole attendance list, page by page. */
export async function roster(id: string) {
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/admin/sessions/{id}/seats', {
        params: { path: { id }, query: { limit: 100, cursor } },
      }),
    );
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return all;
}
export const tick = (id: string, learner: string, present: boolean) =>
  answer(
    api.PUT('/api/v1/admin/sessions/{id}/seats/{learner}/attendance', {
      params: { path: { id, learner } },
      body: { present },
    }),
  );
