import { orNull } from '$lib/api/client';
import { verify } from '$lib/features/credentials/certificates';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({
  code: params.code,
  // A number that nobody has, or that is none, is an answer of this page and no fault.
  certificate: await orNull(verify(params.code), 404, 422, 400),
});
