/** What the administration asks the server. */
import { api } from '$lib/api/client';
import type {
  AdminCourse,
  AdminEnrolment,
  AdminOverview,
  Certificate,
  Lang,
  Page,
  RevocationReason,
  StudioCoursePage,
} from '$lib/api/schema';

export const overview = () => api.get<AdminOverview>('/admin/overview');
export const courses = (lang: Lang, cursor: string | null = null) =>
  api.get<Page<AdminCourse>>('/admin/courses', { lang, limit: 100, cursor });
export const enrolments = (params: URLSearchParams, cursor: string | null = null) =>
  api.get<Page<AdminEnrolment>>('/admin/enrolments', {
    course: params.get('course'),
    state: params.get('state'),
    q: params.get('q'),
    limit: 50,
    cursor,
  });
export const certificates = (params: URLSearchParams, cursor: string | null = null) =>
  api.get<Page<Certificate>>('/admin/certificates', {
    q: params.get('q'),
    state: params.get('state'),
    limit: 50,
    cursor,
  });

/** Publishes the newest draft of a course; answers the number that it gets. */
export async function publish(slug: string, harmless: boolean, lang: Lang): Promise<number> {
  const course = await api.get<StudioCoursePage>(`/studio/courses/${encodeURIComponent(slug)}`, { lang });
  const draft = course.versions.find((version) => version.state === 'draft');
  if (!draft) return course.versions[0]?.number ?? 0;
  const path = `/admin/courses/${encodeURIComponent(slug)}/versions/${draft.id}/publication`;
  return (await api.post<{ number: number }>(path, harmless ? { harmless } : {}, `publication-${draft.id}`))
    .number;
}

export const revoke = (code: string, reason: RevocationReason, note: string) =>
  api.post<Certificate>(`/admin/certificates/${encodeURIComponent(code)}/revocation`, { reason, note });
