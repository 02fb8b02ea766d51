/** What the studio asks the server. */
import { answer, api } from '$lib/api/client';
import type { Answer, Lang, Verdict } from '$lib/api/types';

export const studioCourses = (lang: Lang, cursor: string | null = null) =>
  answer(api.GET('/api/v1/studio/courses', { params: { query: { lang, cursor: cursor ?? undefined } } }));
export const studioCourse = (slug: string, lang: Lang) =>
  answer(api.GET('/api/v1/studio/courses/{slug}', { params: { path: { slug }, query: { lang } } }));
export const previewUnit = (slug: string, version: string, unit: string, lang: Lang) =>
  answer(
    api.GET('/api/v1/studio/courses/{slug}/versions/{version}/units/{unit}', {
      params: { path: { slug, version, unit }, query: { lang } },
    }),
  );

/** Judges an answer of a preview; leaves nothing behind. */
export async function tryAnswer(
  slug: string,
  question: { versionId: string; unit: string; block: string; answer: Answer; lang: Lang },
): Promise<Verdict> {
  const feedback = await answer(
    api.POST('/api/v1/studio/courses/{slug}/answers', { params: { path: { slug } }, body: question }),
  );
  return { right: feedback.right, fraction: feedback.fraction, triesLeft: null, feedback };
}
