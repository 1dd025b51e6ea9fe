import type { FieldDescription, Reference } from '../kernel/api/contract';

/** Records carry `{id, ref, title}`; writes, filters and old log lines carry the id alone. */
export function asReference(value: unknown): Reference | undefined {
    if (typeof value === 'string' && value !== '') {
        return { id: value, ref: value, title: '' };
    }
    if (typeof value === 'object' && value !== null && 'id' in value) {
        return value as Reference;
    }
    return undefined;
}

export function asReferences(value: unknown): Reference[] {
    const values: unknown[] = Array.isArray(value) ? value : [];
    return values.map(asReference).filter((one): one is Reference => one !== undefined);
}

export function referenceId(value: unknown): string | null {
    return asReference(value)?.id ?? null;
}

export function referenceTitle(value: unknown): string {
    const found = asReference(value);
    return found ? found.title || found.ref : '';
}

export function targetPath(field: FieldDescription): string {
    const isPerson = field.kind === 'person' || field.kind === 'people';
    return field.target ?? (isPerson ? 'people' : '');
}
