import type { EntityRecord } from '../../kernel/api/contract';
import { daysUntil } from '../../kernel/i18n/format';

export const groupNames = ['overdue', 'thisWeek', 'later', 'noDate'] as const;
export type GroupName = (typeof groupNames)[number];

function groupOf(task: EntityRecord, today: string): GroupName {
    const due = task['due'];
    if (typeof due !== 'string') {
        return 'noDate';
    }
    const days = daysUntil(due, today);
    if (days < 0) {
        return 'overdue';
    }
    return days <= 7 ? 'thisWeek' : 'later';
}

/** Tasks by urgency and, within it, by date. */
export function groupTasks(tasks: EntityRecord[], today: string): Map<GroupName, EntityRecord[]> {
    const byDue = [...tasks].sort((a, b) =>
        String(a['due'] ?? '').localeCompare(String(b['due'] ?? '')),
    );
    const groups = new Map<GroupName, EntityRecord[]>();
    for (const name of groupNames) {
        const members = byDue.filter((task) => groupOf(task, today) === name);
        if (members.length > 0) {
            groups.set(name, members);
        }
    }
    return groups;
}
