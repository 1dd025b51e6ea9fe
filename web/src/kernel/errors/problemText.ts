import type { TFunction } from 'i18next';
import { ApiError } from '../api/client';

const byStatus = {
    0: 'problem.network',
    403: 'problem.forbidden',
    404: 'problem.missing',
    409: 'problem.conflict',
    412: 'problem.stale',
    413: 'problem.tooLarge',
    422: 'problem.invalid',
    429: 'problem.tooMany',
    507: 'problem.full',
} as const;

/** Says what happened and what was not lost; the server's own explanation comes first if it has one. */
export function problemText(
    error: unknown,
    t: TFunction,
    labelOf?: (field: string) => string | undefined,
): string {
    if (!(error instanceof ApiError)) {
        return t('problem.server');
    }
    const known = byStatus[error.status as keyof typeof byStatus];
    const general = known ? t(known) : t('problem.server');
    const details = (error.problem.errors ?? [])
        .filter((one) => Boolean(one.message))
        .map((one) => {
            const label = one.field ? labelOf?.(one.field) : undefined;
            return label ? `${label}: ${one.message}.` : `${one.message}`;
        });
    const explanation = details.length > 0 ? details.join(' ') : error.problem.detail;
    return error.status !== 0 && explanation ? `${general} ${explanation}` : general;
}

export function requestId(error: unknown): string | undefined {
    return error instanceof ApiError ? error.problem.request_id : undefined;
}
