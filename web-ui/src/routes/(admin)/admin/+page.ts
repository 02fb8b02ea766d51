import { overview } from '$lib/features/administration/administration';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { figures: await overview() };
};
