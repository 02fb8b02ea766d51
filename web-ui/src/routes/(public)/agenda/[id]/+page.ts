import { session } from '$lib/features/live/live';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const words = need('live');
  const found = await session(params.id, await ready());
  await words;
  return { session: found };
};
