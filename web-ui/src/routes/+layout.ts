import { site } from '$lib/api/site';
import { session } from '$lib/features/accounts/session.svelte';
import { begin, choose, need } from '$lib/i18n/index.svelte';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = async ({ url, untrack }) => {
  const address = untrack(() => url.searchParams);
  const place = site();
  // Without an answer the public pages still open; the others find out themselves.
  const me = await session.find(false).catch(() => null);
  begin(choose(address, me?.language ?? null));
  await need('common');
  return { site: await place };
};
