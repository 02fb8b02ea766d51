/** What this installation says of itself; asked once. */
import { answer, shared } from '$lib/api/client';
import type { Site } from '$lib/api/types';

const unknown: Site = {
  name: 'Aulari',
  legalName: null,
  helpNumber: null,
  languages: ['ca', 'es', 'en'],
  demo: false,
  certificateIssuer: false,
  version: '',
};
let asked: Promise<Site> | null = null;

/** Never fails: without an answer the pages still open, under the product's own name. */
export function site(): Promise<Site> {
  asked ??= answer(shared.GET('/api/v1/site')).catch(() => {
    asked = null;
    return unknown;
  });
  return asked;
}
