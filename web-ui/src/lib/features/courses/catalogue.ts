/** The catalogue's questions to the server, and its filters as they stand in the address. */
import { api, courseAddress } from '$lib/api/client';
import type { CourseList, CoursePage, EnrolmentSummary, FacetName, Lang } from '$lib/api/schema';

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
export function filtersOf(params: URLSearchParams): Record<FacetName | 'q', string[]> {
  const q = params.get('q')?.trim();
  return {
    ...(Object.fromEntries(FACETS.map((name) => [name, params.getAll(name)])) as Record<FacetName, string[]>),
    q: q ? [q] : [],
  };
}

export const findCourses = (
  params: URLSearchParams,
  lang: Lang,
  limit: number,
  cursor: string | null = null,
) => api.get<CourseList>('/courses', { lang, ...filtersOf(params), limit, cursor });

/** `personal`: with the person's own enrolment, which the answer for everybody in the page does not hold. */
export const getCourse = (slug: string, lang: Lang, personal: boolean) =>
  personal
    ? api.get<CoursePage>(courseAddress(slug, lang))
    : api.getShared<CoursePage>(courseAddress(slug, lang));

export const enrol = (slug: string, language: Lang) =>
  api.post<EnrolmentSummary>(`/courses/${encodeURIComponent(slug)}/enrolments`, { language });
