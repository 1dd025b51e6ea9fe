import type { FieldDescription, RegisterDescription } from '../api/contract';
import { orderOf } from './extensions';
import { commonFields } from './model';

export interface ListFilter {
    field: FieldDescription;
    value: string;
}

export interface ListState {
    q: string;
    sort: string;
    archived: boolean;
    filters: ListFilter[];
}

const ownFilterableKinds = new Set(['choice', 'scale', 'yes_no', 'reference', 'person']);
const manyKinds = new Set(['references', 'people']);

export function filterableFields(register: RegisterDescription): FieldDescription[] {
    const all = [...commonFields(register), ...register.fields];
    return all.filter(
        (field) =>
            field.filterable &&
            (ownFilterableKinds.has(field.kind) || manyKinds.has(field.kind)) &&
            (field.kind !== 'choice' || (field.options?.length ?? 0) > 1),
    );
}

/** The address holds the whole view, so that a link shows the same list to somebody else. */
export function readListState(
    register: RegisterDescription,
    parameters: URLSearchParams,
): ListState {
    const filters: ListFilter[] = [];
    for (const field of filterableFields(register)) {
        const value = parameters.get(field.key);
        if (value) {
            filters.push({ field, value });
        }
    }
    return {
        q: parameters.get('q') ?? '',
        sort: parameters.get('sort') || orderOf(register.path),
        archived: parameters.get('archived') === 'true',
        filters,
    };
}

export function listQuery(state: ListState): Record<string, string | undefined> {
    return {
        q: state.q || undefined,
        sort: state.sort || undefined,
        archived: state.archived ? 'true' : undefined,
        ...Object.fromEntries(state.filters.map(({ field, value }) => [field.key, value])),
    };
}

/** Ascending first; the same column again turns the order round. */
export function nextSort(current: string, key: string): string {
    return current === key ? `-${key}` : key;
}
