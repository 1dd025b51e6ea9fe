import { plainValue } from '../../fields';
import type { PlainContext } from '../../fields/contract';
import type { FieldDescription } from '../api/contract';

/** A value of a log entry in words; also one whose field no longer exists. */
export function changeText(
    field: FieldDescription | undefined,
    value: unknown,
    context: PlainContext,
): string {
    if (value === null || value === undefined) {
        return '';
    }
    if (field) {
        return plainValue(field, value, context);
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
