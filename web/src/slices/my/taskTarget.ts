import { asReference } from '../../fields/referenceValue';
import type { EntityRecord } from '../../kernel/api/contract';

/** Where the work of a task is done: the record it is about. */
export function taskTarget(task: EntityRecord): string {
    const record = asReference(task['record']);
    if (record?.register === undefined) {
        return `/tasks/${task.ref}`;
    }
    return `/${record.register}/${record.ref || record.id}`;
}
