import { studioCourse } from '$lib/features/studio/studio';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await Promise.all([parent(), need('open')]);
  return { course: await studioCourse(params.slug, await ready()) };
};
