import { mine } from '$lib/features/credentials/certificates';
import { need } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const [page] = await Promise.all([mine(), need('certificates')]);
  return { page };
};
