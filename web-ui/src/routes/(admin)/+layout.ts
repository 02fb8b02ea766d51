import { error, redirect } from '@sveltejs/kit';
import { session } from '$lib/features/accounts/session.svelte';
import { need } from '$lib/i18n/index.svelte';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url, untrack }) => {
  const [me] = await Promise.all([session.find(true), need('admin', 'live')]);
  if (!me) redirect(307, `/sign-in?return=${encodeURIComponent(untrack(() => url.pathname))}`);
  if (!session.is('administrator')) {
    error(403, { message: 'forbidden', code: 'forbidden', status: 403 });
  }
};
