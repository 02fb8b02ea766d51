/** How a session is told in words. */
import type { Session } from '$lib/api/types';
import { t } from '$lib/i18n/index.svelte';

/** Where it is: the room, by video, or both. */
export const placeOf = ({ room, online }: Session): string =>
  [room ? [room.name, room.address].filter(Boolean).join(', ') : '', online ? t.live.online : '']
    .filter(Boolean)
    .join(' · ');

/** What is left for whoever comes now. */
export function seatsOf({ free, places, waiting }: Session): string {
  if (places === null || places === undefined) return t.live.forAll;
  if (free) return t.live.free(free);
  return waiting > 0 ? `${t.live.full}. ${t.live.waiting(waiting)}` : t.live.full;
}

/** The field of a form and what is wrong with it, from what the server says. */
export function faultsOf(fields: readonly { pointer: string; code: string }[]): Record<string, string> {
  const said = ({ pointer, code }: { pointer: string; code: string }) => [
    pointer.slice(1),
    t.live.admin.errors[code] ?? t.common.errors['invalid-input'] ?? '',
  ];
  return Object.fromEntries(fields.map(said)) as Record<string, string>;
}
