import { roster, session } from '$lib/features/live/live';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  await parent();
  const lang = await ready();
  const [found, seats] = await Promise.all([session(params.id, lang), roster(params.id)]);
  return { session: found, seats };
};
