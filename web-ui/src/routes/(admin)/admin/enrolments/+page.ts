import { enrolments } from '$lib/features/administration/administration';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  return { list: await enrolments(url.searchParams) };
};
