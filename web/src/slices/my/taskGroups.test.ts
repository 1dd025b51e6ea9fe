import { expect, test } from 'vitest';
import type { EntityRecord } from '../../kernel/api/contract';
import { groupTasks } from './taskGroups';

function task(ref: string, due: string | null): EntityRecord {
    return { id: ref, ref, title: ref, version: 1, created_at: '', updated_at: '', due };
}

test('tasks_are_grouped_by_urgency_and_ordered_by_date', () => {
    const tasks = [
        task('later', '2026-12-24'),
        task('none', null),
        task('today', '2026-11-24'),
        task('week', '2026-12-01'),
        task('late', '2026-11-23'),
        task('later still', '2026-12-02'),
    ];
    const groups = groupTasks(tasks, '2026-11-24');
    const refs = [...groups].map(([name, members]) => [name, members.map((one) => one.ref)]);
    expect(refs).toEqual([
        ['overdue', ['late']],
        ['thisWeek', ['today', 'week']],
        ['later', ['later still', 'later']],
        ['noDate', ['none']],
    ]);
});
