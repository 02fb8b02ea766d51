import { studioCourse } from '$lib/features/studio/studio';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await parent();
  return { course: await studioCourse(params.slug, await ready()) };
};
