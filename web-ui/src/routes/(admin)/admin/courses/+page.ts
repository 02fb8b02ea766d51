import { courses } from '$lib/features/administration/administration';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await Promise.all([parent(), need('studio')]);
  return { list: await courses(await ready()) };
};
