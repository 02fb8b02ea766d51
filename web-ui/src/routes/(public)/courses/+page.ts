import { findCourses } from '$lib/features/courses/catalogue';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  list: await findCourses(url.searchParams, await ready(), 12),
});
