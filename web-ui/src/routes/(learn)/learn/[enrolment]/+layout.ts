import { session } from '$lib/features/accounts/session.svelte';
import { getEnrolment, setEnrolmentLanguage } from '$lib/features/progress/learning';
import { justRead } from '$lib/features/player/meanwhile.svelte';
import { ready } from '$lib/i18n/index.svelte';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, depends, parent }) => {
  depends('app:enrolment');
  await parent();
  const lang = await ready();
  const enrolment = await getEnrolment(params.enrolment);
  justRead(enrolment.id);
  if (enrolment.language === lang || !session.me) return { enrolment };
  // The course follows the language of the screen; where it has no such text it stays as it was.
  const changed = await setEnrolmentLanguage(enrolment.id, lang).catch(() => null);
  return { enrolment: changed ? await getEnrolment(params.enrolment) : enrolment };
};
