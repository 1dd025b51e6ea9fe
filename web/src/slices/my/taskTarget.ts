import { asReference } from '../../fields/referenceValue';
import type { EntityRecord } from '../../kernel/api/contract';

// These are done by what is done with the record; all others are marked as done by hand.
const doneByRecord = new Set<unknown>(['classify', 'decide']);

/** Where the work of a task is done: at the record it is about, or at the task itself. */
export function taskTarget(task: EntityRecord): string {
    const record = asReference(task['record']);
    if (record?.register === undefined || !doneByRecord.has(task['kind'])) {
        return `/tasks/${task.ref}`;
    }
    return `/${record.register}/${record.ref || record.id}`;
}
