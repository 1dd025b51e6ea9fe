import { useQueries } from '@tanstack/react-query';
import { asReference, targetPath } from '../../fields/referenceValue';
import { api } from '../api/client';
import type { EntityRecord, FieldDescription } from '../api/contract';
import { keys } from '../api/queries';

export interface GivenValue {
    field: FieldDescription;
    id: string;
}

/** `?asset=<id>` on the create form: the record it was opened from is filled in. */
export function useGivenReferences(given: GivenValue[]) {
    const answers = useQueries({
        queries: given.map(({ field, id }) => ({
            queryKey: keys.record(targetPath(field), id),
            queryFn: () => api.get<EntityRecord>(`/${targetPath(field)}/${encodeURIComponent(id)}`),
        })),
    });
    const values: Record<string, unknown> = {};
    given.forEach(({ field }, index) => {
        const record = answers[index]?.data;
        if (record) {
            const one = asReference({ id: record.id, ref: record.ref, title: record.title });
            const many = field.kind === 'references' || field.kind === 'people';
            values[field.key] = many ? [one] : one;
        }
    });
    return { values, loading: answers.some((answer) => answer.isPending) };
}
