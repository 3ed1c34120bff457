import { sessionEnded } from '../session/session';

/** What a page can say about an answer that is not the one it asked for. */
export type Failure =
  'logged-out' | 'not-found' | 'offline' | 'unavailable' | 'too-many' | 'refused';

/** RFC 9457, as the API answers it. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  traceId?: string;
  errors?: { pointer: string; detail: string }[];
}

export class ApiError extends Error {
  readonly failure: Failure;
  readonly problem: Problem;

  constructor(failure: Failure, problem: Problem = {}) {
    super(problem.title ?? failure);
    this.name = 'ApiError';
    this.failure = failure;
    this.problem = problem;
  }

  /** What was thrown, as something that a page can say: anything unexpected is `unavailable`. */
  static of(problem: unknown): ApiError {
    return problem instanceof ApiError ? problem : new ApiError('unavailable');
  }
}

export type Query = Record<string, string | number | undefined>;

/** The path with what is there of the query. */
export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '',
  );
  const written = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length === 0 ? path : `${path}?${written}`;
}

/** GET: the answer, or an ApiError. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await call(path, signal === undefined ? {} : { signal });
  return (await answer.json()) as T;
}

/** POST, PUT or DELETE: the answer if it has one. `keepalive`: also when the page is left. */
export async function change<T = undefined>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown = {},
  options: { keepalive?: boolean } = {},
): Promise<T> {
  const answer = await call(path, {
    ...options,
    method,
    headers: { 'X-Insyn': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

async function call(path: string, options: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      credentials: 'same-origin',
      ...options,
      headers: { Accept: 'application/json', ...options.headers },
    });
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    throw new ApiError('offline');
  }
  if (answer.ok) {
    return answer;
  }
  const problem = await problemOf(answer);
  if (answer.status === 401) {
    sessionEnded();
  }
  throw new ApiError(failureOf(answer.status), problem);
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return { status: answer.status };
  }
}

function failureOf(status: number): Failure {
  switch (status) {
    case 401:
      return 'logged-out';
    case 404:
      return 'not-found';
    case 429:
      return 'too-many';
    default:
      return status >= 500 ? 'unavailable' : 'refused';
  }
}
