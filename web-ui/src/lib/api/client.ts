/**
 * The one place where the server is asked and where its errors become values. Calls are typed by method and address
 * from the server's own description; `answer` gives what they tell, and never throws anything but an `ApiError`.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';
import type { Lang, Problem } from './types';

/** What went wrong, by the server's stable `code`, or `offline` when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly pointer: string | null = null,
    readonly params: Record<string, unknown> = {},
    /** Every field that needs mending. */
    readonly fields: { pointer: string; code: string }[] = [],
  ) {
    super(code);
  }
}

/** How far the server's clock is ahead of this device's, in milliseconds, as its last answer said. */
let clockOffset = 0;

/** The time by the server's clock: deadlines are kept by it, and a device may be hours off. */
export const serverNow = (): number => Date.now() + clockOffset;

const clock: Middleware = {
  onResponse({ schemaPath, response }) {
    // Only personal answers: the others may come out of a cache with an old date.
    const date = schemaPath.startsWith('/api/v1/me') ? Date.parse(response.headers.get('date') ?? '') : NaN;
    if (!Number.isNaN(date)) clockOffset = date - Date.now();
  },
};

/** The same question in whatever order its values stand. */
function sorted(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here.invalid');
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

let firstAnswers: Map<string, unknown> | undefined;

/** An answer that the server put into the page, given once to the first request for its address. */
function takeFirstAnswer(address: string): unknown {
  if (!firstAnswers) {
    type Given = { path: string; body: unknown };
    let given: Given | Given[] = [];
    try {
      given = JSON.parse(document.getElementById('first-answer')?.textContent ?? '[]');
    } catch {
      // Then the server is asked for everything.
    }
    firstAnswers = new Map([given].flat().map(({ path, body }) => [sorted(path), body]));
  }
  const path = sorted(address);
  const body = firstAnswers.get(path);
  firstAnswers.delete(path);
  return body;
}

const fromThePage: Middleware = {
  onRequest({ request }) {
    const body = takeFirstAnswer(request.url);
    return body === undefined ? undefined : new Response(JSON.stringify(body));
  },
};

function client(...middleware: Middleware[]) {
  const made = createClient<paths>({
    baseUrl: globalThis.location?.origin,
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    fetch: (request) =>
      fetch(request).catch(() => {
        throw new ApiError(0, 'offline');
      }),
  });
  made.use(...middleware);
  return made;
}

export const api = client(clock);
/** For public answers, which the server may have put into the page for everybody. */
export const shared = client(fromThePage);

/** The header that makes a repeated call have one effect. */
export const once = (key: string) => ({ 'idempotency-key': key });

const problemOf = (status: number, said: Partial<Problem> | string | undefined): ApiError =>
  typeof said === 'object'
    ? new ApiError(status, said.code ?? 'unknown', said.pointer, said.params, said.errors)
    : new ApiError(status, status === 404 ? 'not-found' : 'unknown');

/** What a call tells. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: Partial<Problem> | string; response: Response }>,
): Promise<T> {
  try {
    const { data, error, response } = await call;
    if (!response.ok) throw problemOf(response.status, error);
    return data as T;
  } catch (thrown) {
    throw asApiError(thrown);
  }
}

/** The error as an `ApiError`, whatever was thrown. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(0, 'unknown');
}

/** `null` instead of an error with one of the given statuses. */
export async function orNull<T>(request: Promise<T>, ...statuses: number[]): Promise<T | null> {
  try {
    return await request;
  } catch (thrown) {
    if (thrown instanceof ApiError && statuses.includes(thrown.status)) return null;
    throw thrown;
  }
}

/** The address of a page with its query; empty values are left out, lists are repeated. */
export function withQuery(
  path: string,
  query: Record<string, string | string[] | Lang | null | undefined>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) params.append(name, one);
    else if (value) params.set(name, value);
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
