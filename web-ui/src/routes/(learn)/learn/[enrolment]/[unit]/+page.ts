import { getOwnUnit, getUnit, getUnitState } from '$lib/features/progress/learning';
import { asOfNow, untouched } from '$lib/features/player/meanwhile.svelte';
import { ready } from '$lib/i18n/index.svelte';
import { unitsOf } from '$lib/features/player/outline';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, depends }) => {
  depends('app:unit');
  const { enrolment } = await parent();
  const outline = unitsOf(asOfNow(enrolment)).find((unit) => unit.key === params.unit);
  // A locked unit is not asked for: the page says why it is locked.
  if (outline?.state === 'locked') return { outline, content: null, state: null };
  const lang = await ready();
  const [content, state] = await Promise.all([
    outline?.conditional
      ? getOwnUnit(params.enrolment, params.unit, lang)
      : getUnit(enrolment.slug, enrolment.versionId, params.unit, lang),
    outline?.state === 'new' ? untouched(outline) : getUnitState(params.enrolment, params.unit),
  ]);
  return { outline, content, state };
};
