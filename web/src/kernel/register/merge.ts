import { fieldModule } from '../../fields';
import type { EntityRecord, FieldDescription } from '../api/contract';

export type Patch = Record<string, unknown>;

export function wireValue(field: FieldDescription | undefined, value: unknown): unknown {
    return field ? fieldModule(field).toWire(value) : value;
}

function same(field: FieldDescription | undefined, a: unknown, b: unknown): boolean {
    const left = wireValue(field, a) ?? null;
    const right = wireValue(field, b) ?? null;
    return JSON.stringify(left) === JSON.stringify(right);
}

/**
 * The fields of a patch that somebody else changed as well, and to something else. All others can
 * be saved on top of the current record without asking.
 */
export function collidingKeys(
    base: EntityRecord,
    current: EntityRecord,
    patch: Patch,
    fieldOf: (key: string) => FieldDescription | undefined,
): string[] {
    return Object.keys(patch).filter((key) => {
        const field = fieldOf(key);
        const theyChanged = !same(field, base[key], current[key]);
        return theyChanged && !same(field, patch[key], current[key]);
    });
}
