/**
 * What a learner did since an enrolment was read. The outline and the bar follow at once, and the next lesson needs
 * no request but its own; whatever only the server can tell (what opens, what is finished) is asked for.
 */
import type { Enrolment, OutlineUnit, UnitState } from '$lib/api/types';
import { unitsOf } from './outline';

type Reached = 'open' | 'done';

/** After this long the enrolment is read again: the person may have gone on elsewhere. */
const FRESH_MS = 5 * 60_000;

let read = $state.raw<{ enrolment: string; at: number; reached: ReadonlyMap<string, Reached> } | null>(null);

/** A new reading of the enrolment holds everything that was done before it. */
export function justRead(enrolment: string) {
  read = { enrolment, at: Date.now(), reached: new Map() };
}

/** The enrolment was read a while ago, or another one was. */
export const isOld = (enrolment: string) => read?.enrolment !== enrolment || Date.now() - read.at > FRESH_MS;

/** Something happened in a unit. */
export function happened(enrolment: string, unit: string, what: Reached) {
  if (read?.enrolment !== enrolment || read.reached.get(unit) === 'done') return;
  read = { ...read, reached: new Map(read.reached).set(unit, what) };
}

/** The enrolment as it stands now. */
export function asOfNow(enrolment: Enrolment): Enrolment {
  const reached = read?.enrolment === enrolment.id ? read.reached : null;
  if (!reached || reached.size === 0) return enrolment;
  const done = unitsOf(enrolment).filter((unit) => unit.state !== 'done' && reached.get(unit.key) === 'done');
  const doneUnits = enrolment.doneUnits + done.filter((unit) => unit.mandatory).length;
  const minutes = done.reduce((sum, unit) => sum + (unit.mandatory ? unit.minutes : 0), 0);
  return {
    ...enrolment,
    doneUnits,
    percent: Math.floor((100 * doneUnits) / Math.max(1, enrolment.totalUnits)),
    minutesLeft: Math.max(0, enrolment.minutesLeft - minutes),
    modules: enrolment.modules.map((module) => ({
      ...module,
      units: module.units.map((unit) => ({ ...unit, state: stateOf(unit, reached.get(unit.key)) })),
    })),
  };
}

const stateOf = (unit: OutlineUnit, reached: Reached | undefined): OutlineUnit['state'] =>
  unit.state === 'done' || !reached ? unit.state : reached;

/** A unit that was never opened has nothing that would have to be asked for. */
export const untouched = (unit: OutlineUnit): UnitState => ({
  key: unit.key,
  state: 'new',
  position: null,
  recordings: {},
  questions: {},
  quiz:
    unit.type === 'quiz'
      ? {
          triesUsed: unit.triesUsed,
          triesLeft: unit.triesLeft,
          best: unit.score,
          passed: unit.passed ?? false,
          openAttempt: null,
          attempts: [],
        }
      : null,
});

/** Something is closed until this unit is done. */
export const opensOther = (enrolment: Enrolment, unit: string) =>
  unitsOf(enrolment).some(
    (one) => one.state === 'locked' && one.opensBecause.some((reason) => reason.params.unit === unit),
  );
