import { error, redirect } from '@sveltejs/kit';
import { landing } from '$lib/features/player/outline';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { enrolment } = await parent();
  const unit = landing(enrolment);
  if (!unit) error(404, { message: 'not-found', code: 'not-found', status: 404 });
  redirect(307, `/learn/${enrolment.id}/${unit}`);
};
