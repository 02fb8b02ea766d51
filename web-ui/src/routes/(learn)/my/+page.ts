import { myEnrolments, myRewards } from '$lib/features/progress/learning';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { me } = await parent();
  await ready();
  const [enrolments, rewards] = await Promise.all([
    myEnrolments(),
    // Points are no reason to keep somebody from their courses.
    me.rewards ? myRewards().catch(() => null) : null,
  ]);
  return { enrolments, rewards: rewards?.on ? rewards : null };
};
