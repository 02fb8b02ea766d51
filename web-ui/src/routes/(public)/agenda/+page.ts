import { agenda } from '$lib/features/live/live';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  const words = need('live');
  const list = await agenda(await ready());
  await words;
  return { list };
};
