import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '$lib/api/client';
import type { FactIn, FactOut } from '$lib/api/types';
import { FactQueue, type Outside } from './queue.svelte';

const recorded = (fact: FactIn): FactOut => ({
  id: fact.id,
  status: 'recorded',
  points: 0,
  unitDone: false,
  completed: false,
  badges: [],
});
const opened = { kind: 'opened' as const, enrolment: 'e', unit: 'u' };

function world(send: (facts: FactIn[]) => Promise<FactOut[]>, kept: FactIn[] = []) {
  const store = new Map(kept.map((fact) => [fact.id, fact]));
  const outside: Outside = {
    load: () => [...store.values()],
    keep: (fact) => void store.set(fact.id, fact),
    drop: (id) => void store.delete(id),
    send,
  };
  return { store, queue: new FactQueue(outside) };
}

describe('the queue of facts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers a fact and forgets it', async () => {
    const { store, queue } = world(async (facts) => facts.map(recorded));
    const out = await queue.add(opened);
    expect(out.status).toBe('recorded');
    expect(store.size).toBe(0);
    expect(await queue.flushed()).toBe(true);
    expect(queue.status).toBe('saved');
  });

  it('keeps a fact through a lost connection and sends the same id again', async () => {
    const seen: string[] = [];
    let online = false;
    const { store, queue } = world(async (facts) => {
      seen.push(...facts.map((fact) => fact.id));
      if (!online) throw new ApiError(0, 'offline');
      return facts.map(recorded);
    });
    const answer = queue.add(opened);
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.status).toBe('waiting');
    expect(store.size).toBe(1);
    online = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect((await answer).status).toBe('recorded');
    expect(new Set(seen).size).toBe(1);
    expect(store.size).toBe(0);
  });

  it('sends what an earlier page left behind', async () => {
    const old: FactIn = { ...opened, id: 'old', claimedAt: '2026-11-22T10:00:00Z' };
    const sent: string[] = [];
    const { store } = world(
      async (facts) => {
        sent.push(...facts.map((fact) => fact.id));
        return facts.map(recorded);
      },
      [old],
    );
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual(['old']);
    expect(store.size).toBe(0);
  });

  it('does not let one bad fact hold back its neighbours', async () => {
    const { store, queue } = world(async (facts) => {
      if (facts.some((fact) => fact.unit === 'bad')) throw new ApiError(422, 'invalid-input');
      return facts.map(recorded);
    });
    const answers = Promise.all([
      queue.add(opened),
      queue.add({ ...opened, unit: 'bad' }),
      queue.add(opened),
    ]);
    await vi.advanceTimersByTimeAsync(100);
    expect((await answers).map((out) => out.status)).toEqual(['recorded', 'refused', 'recorded']);
    expect(store.size).toBe(0);
  });

  it('keeps everything when the session has ended', async () => {
    const { store, queue } = world(async () => {
      throw new ApiError(401, 'not-signed-in');
    });
    void queue.add(opened);
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.status).toBe('signed-out');
    expect(store.size).toBe(1);
  });

  it('keeps only the last of the places that wait in a unit', async () => {
    const sent: FactIn[] = [];
    let online = false;
    const { queue } = world(async (facts) => {
      if (!online) throw new ApiError(0, 'offline');
      sent.push(...facts);
      return facts.map(recorded);
    });
    for (const block of ['a', 'b', 'c']) {
      void queue.add({ ...opened, kind: 'progressed', block });
      await vi.advanceTimersByTimeAsync(5);
    }
    online = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.map((fact) => fact.block)).toEqual(['c']);
  });
});
