/** Certificates as anyone can check them, and as their holder lists them. */
import { api } from '$lib/api/client';
import type { Certificate, Page } from '$lib/api/schema';

export const verify = (code: string) =>
  api.getShared<Certificate>(`/certificates/${encodeURIComponent(code)}`);
export const pdfAddress = (code: string) => `/api/v1/certificates/${encodeURIComponent(code)}/pdf`;
export const mine = (cursor: string | null = null) =>
  api.get<Page<Certificate>>('/me/certificates', { cursor });

/** The number as it goes into an address: the server forgives the rest. */
export const tidyCode = (typed: string) =>
  typed
    .trim()
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, '-')
    .replace(/^-|-$/g, '');
