import { courses } from '$lib/features/administration/administration';
import { plans, rooms } from '$lib/features/live/live';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const lang = await ready();
  const [list, open, all] = await Promise.all([plans(lang), rooms(), courses(lang)]);
  return { list, rooms: open, courses: all.items.filter((course) => course.version !== null) };
};
