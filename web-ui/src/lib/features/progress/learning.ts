/** What the learner's pages ask the server. */
import { api } from '$lib/api/client';
import type {
  Attempt,
  AttemptResult,
  Enrolment,
  EnrolmentSummary,
  Html,
  Lang,
  Page,
  Rewards,
  UnitContent,
  UnitState,
} from '$lib/api/schema';
import { uuid7 } from '$lib/api/uuid';

const enrolmentPath = (id: string) => `/me/enrolments/${encodeURIComponent(id)}`;
const unitPath = (id: string, unit: string) => `${enrolmentPath(id)}/units/${encodeURIComponent(unit)}`;

export async function myEnrolments(): Promise<EnrolmentSummary[]> {
  const all: EnrolmentSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<EnrolmentSummary> = await api.get('/me/enrolments', { limit: 100, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}

export const myRewards = () => api.get<Rewards>('/me/rewards');
export const getEnrolment = (id: string) => api.get<Enrolment>(enrolmentPath(id));
export const setEnrolmentLanguage = (id: string, language: Lang) =>
  api.patch<EnrolmentSummary>(enrolmentPath(id), { language });
export const close = (id: string) => api.post<EnrolmentSummary>(`${enrolmentPath(id)}/closing`);
export const reopen = (id: string) => api.delete<EnrolmentSummary>(`${enrolmentPath(id)}/closing`);

export const getUnit = (slug: string, versionId: string, unit: string, lang: Lang) =>
  api.get<UnitContent>(`/courses/${slug}/versions/${versionId}/units/${encodeURIComponent(unit)}`, { lang });
export const getUnitState = (id: string, unit: string) => api.get<UnitState>(unitPath(id, unit));
export const getHint = async (id: string, unit: string, block: string, number: number): Promise<Html> =>
  (await api.get<{ html: Html }>(`${unitPath(id, unit)}/hints`, { block, number })).html;

export function startAttempt(enrolment: string, unit: string): Promise<Attempt> {
  const id = uuid7();
  return api.post<Attempt>('/me/attempts', { id, enrolment, unit }, id);
}
export const getAttempt = (id: string) => api.get<Attempt>(`/me/attempts/${id}`);
export const submitAttempt = (id: string) =>
  api.post<AttemptResult>(`/me/attempts/${id}/submission`, {}, `submission-${id}`);
