import { Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../kernel/api/client';
import type { MyPage as MyPageAnswer } from '../../kernel/api/contract';
import { EmptyState } from '../../kernel/components/EmptyState';
import { PageHeader } from '../../kernel/components/PageHeader';
import { Section } from '../../kernel/components/Section';
import { ProblemNote } from '../../kernel/errors/ProblemNote';
import { useSession } from '../../kernel/session/SessionContext';
import { OwnedList } from './OwnedList';
import { TaskGroups } from './TaskGroups';
import { TaskLine } from './TaskLine';
import styles from './my.module.css';

function firstName(name: string): string {
    return name.trim().split(/\s+/)[0] ?? name;
}

export function MyPage() {
    const { t } = useTranslation();
    const session = useSession();
    const mine = useQuery({
        queryKey: ['my'],
        queryFn: ({ signal }) => api.get<MyPageAnswer>('/my', { signal }),
    });
    useEffect(() => {
        document.title = `${t('area.my')} – Sigill`;
    }, [t]);
    const tasks = mine.data?.tasks ?? [];
    const owned = mine.data?.owned ?? [];
    const waiting = mine.data?.waiting ?? [];
    const summary =
        tasks.length === 0 ? t('my.summaryNone') : t('my.summary', { count: tasks.length });
    return (
        <div className={styles.page}>
            <PageHeader
                above={session.tenant.name}
                title={t('my.greeting', { name: firstName(session.person.title) })}
                text={mine.isSuccess ? summary : ' '}
            />
            {mine.isError && <ProblemNote error={mine.error} onRetry={() => void mine.refetch()} />}
            {mine.isPending && <Skeleton height={260} radius="lg" />}
            {mine.isSuccess && (
                <div className={styles.columns}>
                    <Section title={t('my.tasks')} flush>
                        {tasks.length === 0 ? (
                            <EmptyState
                                icon={<IconCircleCheck aria-hidden />}
                                title={t('my.noTasks')}
                                text={t('my.noTasksHelp')}
                            />
                        ) : (
                            <TaskGroups tasks={tasks} />
                        )}
                    </Section>
                    <div className={styles.side}>
                        <Section title={t('my.owned')}>
                            {owned.length === 0 ? (
                                <p className={styles.note}>{t('my.noOwned')}</p>
                            ) : (
                                <OwnedList owned={owned} />
                            )}
                        </Section>
                        <Section title={t('my.waiting')} flush={waiting.length > 0}>
                            {waiting.length === 0 ? (
                                <p className={styles.note}>{t('my.noWaiting')}</p>
                            ) : (
                                <ul className={styles.tasks}>
                                    {waiting.map((task) => (
                                        <TaskLine key={task.id} task={task} withAssignee />
                                    ))}
                                </ul>
                            )}
                        </Section>
                    </div>
                </div>
            )}
        </div>
    );
}
