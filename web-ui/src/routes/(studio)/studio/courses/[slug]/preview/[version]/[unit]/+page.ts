import { previewUnit } from '$lib/features/studio/studio';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  await Promise.all([parent(), need('learn')]);
  return { content: await previewUnit(params.slug, params.version, params.unit, await ready()) };
};
