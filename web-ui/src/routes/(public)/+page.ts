import { site } from '$lib/api/site';
import { findCourses } from '$lib/features/courses/catalogue';
import { getDemo } from '$lib/features/demo/demo';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  const lang = await ready();
  const courses = findCourses(new URLSearchParams(), lang, 6);
  // Shown where the courses go; without this line a failure would count as unhandled before that.
  courses.catch(() => undefined);
  await need('open');
  return { courses, demo: (await site()).demo ? await getDemo() : null };
};
