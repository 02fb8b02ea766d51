import { afterEach, expect, it, vi } from 'vitest';
import { api, ApiError, asApiError, withQuery } from './client';

afterEach(() => vi.unstubAllGlobals());

const answers = (response: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  );

it('leaves empty values out of an address and repeats lists', () => {
  expect(withQuery('/courses', { q: '', lang: 'ca', level: ['basic', 'advanced'], cursor: null })).toBe(
    '/courses?lang=ca&level=basic&level=advanced',
  );
});

it('turns a problem into its code and fields', async () => {
  const problem = {
    code: 'invalid-input',
    pointer: '/login',
    errors: [{ pointer: '/login', code: 'login-shape' }],
  };
  answers(() => new Response(JSON.stringify(problem), { status: 422 }));
  const error = asApiError(await api.post('/people', {}).catch((thrown: unknown) => thrown));
  expect(error).toBeInstanceOf(ApiError);
  expect([error.status, error.code, error.fields[0]?.code]).toEqual([422, 'invalid-input', 'login-shape']);
});

it('calls a lost connection offline, and an answer that is no JSON unknown', async () => {
  answers(() => Promise.reject(new TypeError('failed')));
  await expect(api.get('/site')).rejects.toMatchObject({ status: 0, code: 'offline' });
  answers(() => new Response('<html>', { status: 200 }));
  await expect(api.get('/site')).rejects.toMatchObject({ code: 'unknown' });
});
