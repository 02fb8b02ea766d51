import { mySessions } from '$lib/features/live/live';
import { myEnrolments, myRewards } from '$lib/features/progress/learning';
import { need, ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { me } = await parent();
  const lang = await ready();
  const [enrolments, sessions, rewards] = await Promise.all([
    myEnrolments(),
    // A list that cannot be read now is no reason to keep somebody from their courses.
    mySessions(lang).catch(() => []),
    // Nor are points.
    me.rewards ? myRewards().catch(() => null) : null,
    need('live'),
  ]);
  return { enrolments, sessions, rewards: rewards?.on ? rewards : null };
};
