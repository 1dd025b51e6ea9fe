import { useTranslation } from 'react-i18next';
import type { EntityRecord } from '../../kernel/api/contract';
import { today } from '../../kernel/i18n/format';
import { TaskLine } from './TaskLine';
import { groupTasks } from './taskGroups';
import styles from './my.module.css';

export function TaskGroups({ tasks }: { tasks: EntityRecord[] }) {
    const { t } = useTranslation();
    return (
        <>
            {[...groupTasks(tasks, today())].map(([name, members]) => (
                <div key={name} className={styles.group}>
                    <h3 className={styles.groupName} data-late={name === 'overdue' || undefined}>
                        {t(`my.${name}`)}
                    </h3>
                    <ul className={styles.tasks}>
                        {members.map((task) => (
                            <TaskLine key={task.id} task={task} />
                        ))}
                    </ul>
                </div>
            ))}
        </>
    );
}
