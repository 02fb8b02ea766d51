/** Certificates as anyone can check them, and as their holder lists them. */
import { answer, api, shared } from '$lib/api/client';

export const verify = (code: string) =>
  answer(shared.GET('/api/v1/certificates/{code}', { params: { path: { code } } }));
export const pdfAddress = (code: string) => `/api/v1/certificates/${encodeURIComponent(code)}/pdf`;
export const mine = (cursor: string | null = null) =>
  answer(api.GET('/api/v1/me/certificates', { params: { query: { cursor: cursor ?? undefined } } }));

/** The number as it goes into an address: the server forgives the rest. */
export const tidyCode = (typed: string) =>
  typed
    .trim()
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, '-')
    .replace(/^-|-$/g, '');
