/** What the learner's pages ask the server. */
import { answer, api, once } from '$lib/api/client';
import type { EnrolmentSummary, Html, Lang } from '$lib/api/types';
import { uuid7 } from '$lib/api/uuid';

export async function myEnrolments(): Promise<EnrolmentSummary[]> {
  const all: EnrolmentSummary[] = [];
  let cursor: string | undefined;
  do {
    const query: { limit: number; cursor?: string } = { limit: 100, cursor };
    const page = await answer(api.GET('/api/v1/me/enrolments', { params: { query } }));
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return all;
}

export const myRewards = () => answer(api.GET('/api/v1/me/rewards'));

const byId = (id: string) => ({ params: { path: { id } } });

export const getEnrolment = (id: string) => answer(api.GET('/api/v1/me/enrolments/{id}', byId(id)));
export const setEnrolmentLanguage = (id: string, language: Lang) =>
  answer(api.PATCH('/api/v1/me/enrolments/{id}', { ...byId(id), body: { language } }));
export const close = (id: string) => answer(api.POST('/api/v1/me/enrolments/{id}/closing', byId(id)));
export const reopen = (id: string) => answer(api.DELETE('/api/v1/me/enrolments/{id}/closing', byId(id)));

/** Moves to the newer version that the enrolment told of; asked again, it answers the same. */
export const moveTo = (id: string, versionId: string) =>
  answer(
    api.POST('/api/v1/me/enrolments/{id}/version', {
      ...byId(id),
      body: { versionId },
      headers: once(`version-${versionId}`),
    }),
  );

export const getUnit = (slug: string, version: string, unit: string, lang: Lang) =>
  answer(
    api.GET('/api/v1/courses/{slug}/versions/{version}/units/{unit}', {
      params: { path: { slug, version, unit }, query: { lang } },
    }),
  );
/** A unit with a condition is answered by the enrolment alone, once it is open. */
export const getOwnUnit = (id: string, unit: string, lang: Lang) =>
  answer(
    api.GET('/api/v1/me/enrolments/{id}/units/{unit}/content', {
      params: { path: { id, unit }, query: { lang } },
    }),
  );
export const getUnitState = (id: string, unit: string) =>
  answer(api.GET('/api/v1/me/enrolments/{id}/units/{unit}', { params: { path: { id, unit } } }));
export async function getHint(id: string, unit: string, block: string, number: number): Promise<Html> {
  const params = { path: { id, unit }, query: { block, number } };
  return (await answer(api.GET('/api/v1/me/enrolments/{id}/units/{unit}/hints', { params }))).html;
}

export function startAttempt(enrolment: string, unit: string) {
  const id = uuid7();
  return answer(api.POST('/api/v1/me/attempts', { body: { id, enrolment, unit }, headers: once(id) }));
}
export const getAttempt = (id: string) => answer(api.GET('/api/v1/me/attempts/{id}', byId(id)));
export const submitAttempt = (id: string) =>
  answer(api.POST('/api/v1/me/attempts/{id}/submission', { ...byId(id), headers: once(`submission-${id}`) }));
