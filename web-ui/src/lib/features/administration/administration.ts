/** What the administration asks the server. */
import { answer, api, once } from '$lib/api/client';
import type { Lang, RevocationReason } from '$lib/api/types';

export const overview = () => answer(api.GET('/api/v1/admin/overview'));
export const courses = (lang: Lang, cursor: string | null = null) =>
  answer(
    api.GET('/api/v1/admin/courses', {
      params: { query: { lang, limit: 100, cursor: cursor ?? undefined } },
    }),
  );

/** The given filters of the address; an empty one is none. */
const filters = (params: URLSearchParams, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, params.get(name) || undefined]));

export function enrolments(params: URLSearchParams, cursor: string | null = null) {
  const query = { ...filters(params, 'course', 'state', 'q'), limit: 50, cursor: cursor ?? undefined };
  return answer(api.GET('/api/v1/admin/enrolments', { params: { query } }));
}
export function certificates(params: URLSearchParams, cursor: string | null = null) {
  const query = { ...filters(params, 'q', 'state'), limit: 50, cursor: cursor ?? undefined };
  return answer(api.GET('/api/v1/admin/certificates', { params: { query } }));
}

/** Publishes the newest draft of a course; answers the number that it gets. */
export async function publish(slug: string, harmless: boolean, lang: Lang): Promise<number> {
  const page = { params: { path: { slug }, query: { lang } } };
  const course = await answer(api.GET('/api/v1/studio/courses/{slug}', page));
  const draft = course.versions.find((version) => version.state === 'draft');
  if (!draft) return course.versions[0]?.number ?? 0;
  const published = await answer(
    api.POST('/api/v1/admin/courses/{slug}/versions/{version}/publication', {
      params: { path: { slug, version: draft.id } },
      body: harmless ? { harmless } : {},
      headers: once(`publication-${draft.id}`),
    }),
  );
  return published.number;
}

/** Issues a certificate again with the holder's name as it is today; answers the new one. */
export const replace = (code: string, evidence: string) =>
  answer(
    api.POST('/api/v1/admin/certificates/{code}/replacement', {
      params: { path: { code } },
      body: { evidence },
    }),
  );

export const revoke = (code: string, reason: RevocationReason, note: string) =>
  answer(
    api.POST('/api/v1/admin/certificates/{code}/revocation', {
      params: { path: { code } },
      body: { reason, note },
    }),
  );
