/**
 * The one place where the server is asked and where its errors become values.
 * Never throws anything but an `ApiError`.
 */
import type { Lang } from './schema';

/** What went wrong, by the server's stable `code`, or `offline` when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly pointer: string | null = null,
    readonly params: Record<string, string | number> = {},
    /** Every field that needs mending. */
    readonly fields: { pointer: string; code: string }[] = [],
  ) {
    super(code);
  }
}

interface FirstAnswer {
  path: string;
  body: unknown;
}

let firstAnswer: FirstAnswer | null | undefined;

/** The answer that the server put into the page, given once to the first request for its address. */
function takeFirstAnswer(path: string): unknown {
  if (firstAnswer === undefined) {
    const holder = document.getElementById('first-answer');
    try {
      firstAnswer = holder?.textContent ? (JSON.parse(holder.textContent) as FirstAnswer) : null;
    } catch {
      firstAnswer = null;
    }
  }
  if (!firstAnswer || firstAnswer.path !== path) return undefined;
  const { body } = firstAnswer;
  firstAnswer = null;
  return body;
}

/** How far the server's clock is ahead of this device's, in milliseconds, as its last answer said. */
let clockOffset = 0;

/** The time by the server's clock: deadlines are kept by it, and a device may be hours off. */
export const serverNow = (): number => Date.now() + clockOffset;

async function problemOf(response: Response): Promise<ApiError> {
  try {
    const problem = await response.json();
    return new ApiError(
      response.status,
      String(problem.code ?? 'unknown'),
      problem.pointer ?? null,
      problem.params ?? {},
      problem.errors ?? [],
    );
  } catch {
    return new ApiError(response.status, response.status === 404 ? 'not-found' : 'unknown');
  }
}

async function ask<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key) headers['idempotency-key'] = key;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, 'offline');
  }
  // Only personal answers: the others may come out of a cache with an old date.
  const date = path.startsWith('/me') ? Date.parse(response.headers.get('date') ?? '') : NaN;
  if (!Number.isNaN(date)) clockOffset = date - Date.now();
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw new ApiError(response.status, 'unknown');
  }
}

type Query = Record<string, string | number | string[] | null | undefined>;

/** An address with its query; empty values are left out, lists are repeated. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) params.append(name, one);
    else if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

export const api = {
  async get<T>(path: string, query: Query = {}): Promise<T> {
    return ask<T>('GET', withQuery(path, query));
  },
  /** For public answers, which the server may have put into the page for everybody. */
  async getShared<T>(path: string): Promise<T> {
    const given = takeFirstAnswer(`/api/v1${path}`);
    return given === undefined ? ask<T>('GET', path) : (given as T);
  },
  /** `key` makes a repeated call have one effect. */
  post: <T>(path: string, body?: unknown, key?: string) => ask<T>('POST', path, body, key),
  patch: <T>(path: string, body: unknown) => ask<T>('PATCH', path, body),
  delete: <T>(path: string) => ask<T>('DELETE', path),
};

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

/** The address of one course in one language, as the server fills it into the page. */
export const courseAddress = (slug: string, lang: Lang) =>
  withQuery(`/courses/${encodeURIComponent(slug)}`, { lang });
