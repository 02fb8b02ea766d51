import { findCourses } from '$lib/features/courses/catalogue';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const words = need('open');
  const list = await findCourses(url.searchParams, await ready(), 12);
  await words;
  return { list };
};
