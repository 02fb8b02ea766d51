import { studioCourses } from '$lib/features/studio/studio';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { list: await studioCourses(await ready()) };
};
