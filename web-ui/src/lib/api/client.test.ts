import { afterEach, expect, it, vi } from 'vitest';
import { answer, api, ApiError, asApiError, once, shared, withQuery } from './client';

vi.hoisted(() => Object.assign(globalThis, { location: { origin: 'http://aulari.example' } }));

afterEach(() => vi.unstubAllGlobals());

const answers = (response: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  );

it('leaves empty values out of an address and repeats lists', () => {
  expect(withQuery('/courses', { q: '', lang: 'ca', level: ['basic', 'advanced'], sector: null })).toBe(
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
  const body = { name: '', login: 'A b', password: 'short' };
  const error = asApiError(
    await answer(api.POST('/api/v1/people', { body })).catch((thrown: unknown) => thrown),
  );
  expect(error).toBeInstanceOf(ApiError);
  expect([error.status, error.code, error.fields[0]?.code]).toEqual([422, 'invalid-input', 'login-shape']);
});

it('calls a lost connection offline, and an answer that is no JSON unknown', async () => {
  answers(() => Promise.reject(new TypeError('failed')));
  await expect(answer(api.GET('/api/v1/site'))).rejects.toMatchObject({ status: 0, code: 'offline' });
  answers(() => new Response('<html>', { status: 200 }));
  await expect(answer(api.GET('/api/v1/site'))).rejects.toMatchObject({ code: 'unknown' });
});

it('puts values into the address, leaves out what is not there, and sends the key of a repeatable call', async () => {
  answers(() => new Response(null, { status: 204 }));
  const params = { path: { slug: 'a b' }, query: { lang: 'ca' as const } };
  await answer(api.GET('/api/v1/courses/{slug}', { params }));
  const query = { lang: undefined, level: ['basic', 'advanced'] };
  await answer(api.GET('/api/v1/courses', { params: { query } }));
  await answer(
    api.POST('/api/v1/me/enrolments/{id}/closing', { params: { path: { id: '1' } }, headers: once('k') }),
  );
  const asked = vi.mocked(fetch).mock.calls.map(([request]) => request as Request);
  const at = (request: Request) => request.url.replace(/^https?:\/\/[^/]*/, '');
  expect(asked.map(at)).toEqual([
    '/api/v1/courses/a%20b?lang=ca',
    '/api/v1/courses?level=basic&level=advanced',
    '/api/v1/me/enrolments/1/closing',
  ]);
  expect(asked[2]?.headers.get('idempotency-key')).toBe('k');
});

it('takes the first answer of an address from the page, once, and in whatever order its values stand', async () => {
  const given = [{ path: '/api/v1/courses?limit=6&lang=ca', body: { total: 3 } }];
  vi.stubGlobal('document', { getElementById: () => ({ textContent: JSON.stringify(given) }) });
  answers(() => new Response('{"total":4}'));
  const ask = () =>
    answer(shared.GET('/api/v1/courses', { params: { query: { lang: 'ca' as const, limit: 6 } } }));
  expect((await ask()).total).toBe(3);
  expect((await ask()).total).toBe(4);
  expect(fetch).toHaveBeenCalledTimes(1);
});
