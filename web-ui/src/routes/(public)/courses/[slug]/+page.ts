import { getCourse } from '$lib/features/courses/catalogue';
import { session } from '$lib/features/accounts/session.svelte';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const words = need('open');
  const course = await getCourse(params.slug, await ready(), session.me !== null);
  await words;
  return { course };
};
