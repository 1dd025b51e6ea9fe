import type { Problem, Session } from './contract';

const base = '/api/v1';

/** Any answer that is not a success, or no answer at all (status 0). */
export class ApiError extends Error {
    readonly status: number;
    readonly problem: Problem;

    constructor(problem: Problem) {
        super(problem.detail ?? problem.title ?? `HTTP ${problem.status}`);
        this.name = 'ApiError';
        this.status = problem.status;
        this.problem = problem;
    }

    /** What the server says of one field, as a sentence of its own. */
    fieldMessage(field: string): string | undefined {
        const message = this.problem.errors?.find((error) => error.field === field)?.message;
        return message && `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
    }
}

export type QueryValue = string | number | boolean | undefined | null;

export interface RequestOptions {
    body?: unknown;
    version?: number;
    query?: Record<string, QueryValue>;
    signal?: AbortSignal;
    /** The answer to a lost session: wait for a new one and try again (default), or fail. */
    onLostSession?: 'wait' | 'fail';
}

let csrfToken = '';
let waitForSession: (() => Promise<void>) | undefined;
let language = 'sv';

export function keepCsrfToken(session: Session): void {
    csrfToken = session.csrf_token;
}

export function setRequestLanguage(chosen: string): void {
    language = chosen;
}

/** The application says here how to get a new session when the old one is gone. */
export function onSessionLost(wait: (() => Promise<void>) | undefined): void {
    waitForSession = wait;
}

export function address(path: string, query?: Record<string, QueryValue>): string {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(query ?? {})) {
        if (value !== undefined && value !== null && value !== '') {
            parameters.append(key, String(value));
        }
    }
    const text = parameters.toString();
    return `${base}${path}${text ? `?${text}` : ''}`;
}

async function readProblem(response: Response): Promise<Problem> {
    const header = response.headers.get('X-Request-Id') ?? undefined;
    try {
        const body = (await response.json()) as Partial<Problem>;
        return { request_id: header, ...body, status: response.status };
    } catch {
        return { status: response.status, request_id: header };
    }
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
    if (method !== 'GET') {
        headers.set('X-CSRF-Token', csrfToken);
    }
    if (options.version !== undefined) {
        headers.set('If-Match', `"${options.version}"`);
    }
    let body: string | undefined;
    if (options.body !== undefined) {
        headers.set('Content-Type', 'application/json');
        body = JSON.stringify(options.body);
    }
    try {
        return await fetch(address(path, options.query), {
            method,
            headers,
            body,
            signal: options.signal,
            credentials: 'same-origin',
            cache: 'no-store',
        });
    } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') {
            throw error;
        }
        throw new ApiError({ status: 0, type: 'network' });
    }
}

async function exchange(method: string, path: string, options: RequestOptions): Promise<Response> {
    let response = await send(method, path, options);
    const mayWait = options.onLostSession !== 'fail' && waitForSession !== undefined;
    if (response.status === 401 && mayWait) {
        await waitForSession?.();
        response = await send(method, path, options);
    }
    if (!response.ok) {
        throw new ApiError(await readProblem(response));
    }
    return response;
}

async function json<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
    const response = await exchange(method, path, options);
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

export const api = {
    get: <T>(path: string, options?: RequestOptions) => json<T>('GET', path, options),
    post: <T>(path: string, options?: RequestOptions) => json<T>('POST', path, options),
    patch: <T>(path: string, options?: RequestOptions) => json<T>('PATCH', path, options),
    remove: <T>(path: string, options?: RequestOptions) => json<T>('DELETE', path, options),
    text: async (path: string, options: RequestOptions = {}) =>
        (await exchange('GET', path, options)).text(),
};
