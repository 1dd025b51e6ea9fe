import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asReference } from '../../fields/referenceValue';
import type { EntityRecord } from '../../kernel/api/contract';
import { daysUntil, useFormat } from '../../kernel/i18n/format';
import { taskTarget } from './taskTarget';
import styles from './my.module.css';

interface TaskLineProps {
    task: EntityRecord;
    withAssignee?: boolean;
}

export function TaskLine({ task, withAssignee }: TaskLineProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const due = typeof task['due'] === 'string' ? task['due'] : undefined;
    const record = asReference(task['record']);
    const assignee = asReference(task['assignee']);
    const about = withAssignee ? assignee?.title : record?.title;
    return (
        <li>
            <Link className={styles.task} to={taskTarget(task)}>
                <span className={styles.taskText}>
                    <span className={styles.taskTitle}>{task.title}</span>
                    {about && about !== task.title && (
                        <span className={styles.taskAbout}>{about}</span>
                    )}
                </span>
                {due && (
                    <span
                        className={styles.due}
                        data-late={daysUntil(due) < 0 || undefined}
                        title={format.day(due)}
                    >
                        {t('my.due', { day: format.day(due) })}
                    </span>
                )}
                <IconChevronRight size={18} aria-hidden className={styles.chevron} />
            </Link>
        </li>
    );
}
