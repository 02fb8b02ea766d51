import type { HandleClientError } from '@sveltejs/kit';
import { session } from '$lib/features/accounts/session.svelte';
import { ApiError } from '$lib/api/client';

/** Turns whatever a page's load threw into a code that the error page can translate. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (error instanceof ApiError && error.status === 401) session.ended();
  if (error instanceof ApiError) return { message: error.code, code: error.code, status: error.status };
  const code = status === 404 ? 'not-found' : 'unknown';
  if (code === 'unknown') console.error(error);
  return { message: code, code, status };
};
