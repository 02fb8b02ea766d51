/**
 * Sends what a learner did, once and in order, also after a reload or a lost connection.
 * Invariant: a fact leaves the store only when the server has answered it. Ids are made here, so that a repeat is
 * recognised; each fact has its own key in the store, so that two tabs do not overwrite each other.
 */
import { ApiError, asApiError } from '$lib/api/client';
import type { FactIn, FactOut } from '$lib/api/types';
import { uuid7 } from '$lib/api/uuid';

export type NewFact = Omit<FactIn, 'id' | 'claimedAt'>;
export type QueueStatus = 'saved' | 'saving' | 'waiting' | 'signed-out';

/** What the queue needs from outside: a place to keep facts and a way to send them. */
export interface Outside {
  load(): FactIn[];
  keep(fact: FactIn): void;
  drop(id: string): void;
  send(facts: FactIn[]): Promise<FactOut[]>;
}

const BATCH = 50;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;

/** Refusals that a later try can change; all others are final. */
const passing = (error: ApiError) =>
  error.status === 0 || error.status >= 500 || [401, 403, 408, 429].includes(error.status);

/** The answer to a fact that the server would not even look at. */
const refused = (id: string, code: string): FactOut => ({
  id,
  status: 'refused',
  code,
  points: 0,
  unitDone: false,
  completed: false,
  badges: [],
});

export class FactQueue {
  status = $state<QueueStatus>('saved');
  /** How many facts wait to be sent. */
  waiting = $state(0);

  #pending: FactIn[];
  #listeners = new Map<string, (out: FactOut) => void>();
  #running = false;
  #delay = FIRST_DELAY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: (() => void)[] = [];

  constructor(private readonly outside: Outside) {
    this.#pending = outside.load();
    this.waiting = this.#pending.length;
    if (this.waiting > 0) void this.#run();
  }

  /** Keeps the fact and sends it; resolves when the server has answered it, however long that takes. */
  add(fact: NewFact): Promise<FactOut> {
    const whole: FactIn = { ...fact, id: uuid7(), claimedAt: new Date().toISOString() };
    // Of several unsent places in a unit only the last one matters.
    if (fact.kind === 'progressed') {
      const older = this.#pending.filter(
        (one) => one.kind === 'progressed' && one.enrolment === fact.enrolment && one.unit === fact.unit,
      );
      if (!this.#running) for (const one of older) this.#forget(one.id);
    }
    this.#pending.push(whole);
    this.outside.keep(whole);
    this.waiting = this.#pending.length;
    const answered = new Promise<FactOut>((resolve) => this.#listeners.set(whole.id, resolve));
    void this.#run();
    return answered;
  }

  /** Tries at once, for instance when the connection is back. */
  retry() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#delay = FIRST_DELAY_MS;
    void this.#run();
  }

  /** Resolves to `true` when nothing waits, or to `false` when sending failed for now. */
  flushed(): Promise<boolean> {
    if (this.#pending.length === 0) return Promise.resolve(true);
    const end = new Promise<boolean>((resolve) => this.#idle.push(() => resolve(this.#pending.length === 0)));
    this.retry();
    return end;
  }

  #forget(id: string) {
    this.#pending = this.#pending.filter((one) => one.id !== id);
    this.outside.drop(id);
    this.#listeners.delete(id);
    this.waiting = this.#pending.length;
  }

  #answered(out: FactOut) {
    const listener = this.#listeners.get(out.id);
    this.#forget(out.id);
    listener?.(out);
  }

  async #run() {
    if (this.#running || this.#timer !== undefined) return;
    this.#running = true;
    this.status = 'saving';
    try {
      let size = BATCH;
      while (this.#pending.length > 0) {
        const batch = this.#pending.slice(0, size);
        try {
          for (const out of await this.outside.send(batch)) this.#answered(out);
          // A server that answers only some of them must not make this loop for ever.
          if (batch.every((one) => this.#pending.includes(one))) throw new ApiError(500, 'unknown');
        } catch (thrown) {
          const error = asApiError(thrown);
          if (passing(error)) throw error;
          // One bad fact must not hold back its neighbours: find it by sending one at a time.
          if (batch.length > 1) size = 1;
          else if (batch[0]) this.#answered(refused(batch[0].id, error.code));
        }
      }
      this.status = 'saved';
      this.#delay = FIRST_DELAY_MS;
    } catch (thrown) {
      const signedOut = asApiError(thrown).status === 401;
      this.status = signedOut ? 'signed-out' : 'waiting';
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        void this.#run();
      }, this.#delay);
      this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
    } finally {
      this.#running = false;
      for (const done of this.#idle.splice(0)) done();
    }
  }
}
