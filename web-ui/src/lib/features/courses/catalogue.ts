/** The catalogue's questions to the server, and its filters as they stand in the address. */
import { answer, api, shared } from '$lib/api/client';
import type { FacetName, Lang } from '$lib/api/types';

export const FACETS: readonly FacetName[] = [
  'sector',
  'format',
  'duration',
  'level',
  'audience',
  'language',
  'competence',
];

/** Everything of the address that chooses courses. */
export function filtersOf(params: URLSearchParams): Record<FacetName, string[]> & { q?: string } {
  return {
    ...(Object.fromEntries(FACETS.map((name) => [name, params.getAll(name)])) as Record<FacetName, string[]>),
    q: params.get('q')?.trim() || undefined,
  };
}

export const findCourses = (params: URLSearchParams, lang: Lang, limit: number, cursor?: string) =>
  answer(shared.GET('/api/v1/courses', { params: { query: { lang, ...filtersOf(params), limit, cursor } } }));

/** `personal`: with the person's own enrolment, which the answer for everybody in the page does not hold. */
export const getCourse = (slug: string, lang: Lang, personal: boolean) =>
  answer(
    (personal ? api : shared).GET('/api/v1/courses/{slug}', { params: { path: { slug }, query: { lang } } }),
  );

export const enrol = (slug: string, language: Lang) =>
  answer(api.POST('/api/v1/courses/{slug}/enrolments', { params: { path: { slug } }, body: { language } }));
