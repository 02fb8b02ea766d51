import { getCourse } from '$lib/features/courses/catalogue';
import { ready } from '$lib/i18n/index.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({ course: await getCourse(params.slug, await ready()) });
