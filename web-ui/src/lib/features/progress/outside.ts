/** The queue's real surroundings: this browser's storage, per person, and the server. */
import { answer, api } from '$lib/api/client';
import type { FactIn } from '$lib/api/types';
import { FactQueue, type Outside } from './queue.svelte';

function inBrowser(personId: string): Outside {
  const prefix = `aulari.fact.${personId}.`;
  return {
    load() {
      try {
        return Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .sort()
          .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as FactIn);
      } catch {
        return [];
      }
    },
    keep(fact) {
      try {
        localStorage.setItem(prefix + fact.id, JSON.stringify(fact));
      } catch {
        // Full or forbidden storage: the fact still lives as long as the page.
      }
    },
    drop(id) {
      try {
        localStorage.removeItem(prefix + id);
      } catch {
        // Nothing was kept.
      }
    },
    send: async (facts) => (await answer(api.POST('/api/v1/me/facts', { body: { facts } }))).results,
  };
}

let current: { personId: string; queue: FactQueue } | null = null;

/** The one queue of the person who is signed in. */
export function queueOf(personId: string): FactQueue {
  if (current?.personId !== personId) {
    const queue = new FactQueue(inBrowser(personId));
    addEventListener('online', () => queue.retry());
    current = { personId, queue };
  }
  return current.queue;
}
