import { orNull } from '$lib/api/client';
import { verify } from '$lib/features/credentials/certificates';
import { need } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const words = need('certificates');
  // A number that nobody has, or that is none, is an answer of this page and no fault.
  const certificate = await orNull(verify(params.code), 404, 422, 400);
  await words;
  return { code: params.code, certificate };
};
