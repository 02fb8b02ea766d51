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

/** What an archive may weigh at most, as the server takes it. */
export const ARCHIVE_BYTES = 64 * 1024 * 1024;

/** Brings a course in as a draft; the name of the archive is its key where nothing inside says one. */
export const bringIn = (file: File, lang: Lang) =>
  answer(
    api.POST('/api/v1/studio/imports', {
      params: { query: { lang, name: file.name.replace(/\.zip$/i, '') } },
      headers: { 'content-type': 'application/zip' },
      // The archive goes as it is.
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
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
