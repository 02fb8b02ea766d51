/** The outline as one row of units, and the sentences for its coded reasons. */
import type { Coded, Enrolment, OutlineUnit } from '$lib/api/types';
import { appointment } from '$lib/i18n/format';
import { t } from '$lib/i18n/index.svelte';

export const unitsOf = (enrolment: Enrolment): OutlineUnit[] =>
  enrolment.modules.flatMap((module) => module.units);

/** The sentence for a reason; unit keys become titles, times become dates. */
export function sentence(reason: Coded, units: OutlineUnit[] = []): string {
  const params = { ...(reason.params ?? {}) };
  const unit = units.find((one) => one.key === params.unit);
  if (unit) params.title = unit.title;
  const at = params.at ?? params.date;
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at))) params.date = appointment(at);
  const words = t.learn.reasons;
  return (words[reason.code] ?? words.other)?.(params) ?? '';
}

/** Where the learner goes on: the server's proposal, else the last place, else the first open unit. */
export function landing(enrolment: Enrolment): string | null {
  const units = unitsOf(enrolment);
  const known = (key: string | undefined) =>
    units.find((unit) => unit.key === key && unit.state !== 'locked')?.key;
  return (
    known(enrolment.next?.unit) ??
    known(enrolment.position?.unit) ??
    units.find((unit) => unit.state !== 'locked')?.key ??
    null
  );
}
