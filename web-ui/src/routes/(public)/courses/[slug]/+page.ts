import { getCourse } from '$lib/features/courses/catalogue';
import { session } from '$lib/features/accounts/session.svelte';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const lang = await ready();
  return { course: await getCourse(params.slug, lang, session.me !== null) };
};
