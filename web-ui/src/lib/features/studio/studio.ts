/** What the studio asks the server. */
import { api } from '$lib/api/client';
import type {
  Answer,
  Feedback,
  Lang,
  Page,
  StudioCourse,
  StudioCoursePage,
  UnitContent,
  Verdict,
} from '$lib/api/schema';

const course = (slug: string) => `/studio/courses/${encodeURIComponent(slug)}`;

export const studioCourses = (lang: Lang, cursor: string | null = null) =>
  api.get<Page<StudioCourse>>('/studio/courses', { lang, cursor });
export const studioCourse = (slug: string, lang: Lang) => api.get<StudioCoursePage>(course(slug), { lang });
export const previewUnit = (slug: string, version: string, unit: string, lang: Lang) =>
  api.get<UnitContent>(`${course(slug)}/versions/${version}/units/${encodeURIComponent(unit)}`, { lang });

/** Judges an answer of a preview; leaves nothing behind. */
export async function tryAnswer(
  slug: string,
  question: { versionId: string; unit: string; block: string; answer: Answer; lang: Lang },
): Promise<Verdict> {
  const feedback = await api.post<Feedback>(`${course(slug)}/answers`, question);
  return { right: feedback.right, fraction: feedback.fraction, triesLeft: null, feedback };
}
