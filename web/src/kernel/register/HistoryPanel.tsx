import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { EntityRecord, LedgerEntry, Page, RegisterDescription } from '../api/contract';
import { keys } from '../api/queries';
import { Section } from '../components/Section';
import { ProblemNote } from '../errors/ProblemNote';
import { HistoryEntry } from './HistoryEntry';
import styles from './record.module.css';

interface HistoryPanelProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function HistoryPanel({ register, record }: HistoryPanelProps) {
    const { t } = useTranslation();
    const history = useInfiniteQuery({
        queryKey: keys.history(register.path, record.id),
        initialPageParam: '',
        queryFn: ({ pageParam, signal }) =>
            api.get<Page<LedgerEntry>>(`/${register.path}/${record.id}/history`, {
                query: { limit: 20, after: pageParam },
                signal,
            }),
        getNextPageParam: (page) => page.next || undefined,
    });
    const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
    return (
        <Section title={t('record.history')}>
            {history.isError && <ProblemNote error={history.error} />}
            {history.isSuccess && entries.length === 0 && (
                <p className={styles.note}>{t('record.noHistory')}</p>
            )}
            <ol className={styles.history}>
                {entries.map((entry) => (
                    <HistoryEntry key={entry.id} register={register} entry={entry} />
                ))}
            </ol>
            {history.hasNextPage && (
                <Button
                    variant="subtle"
                    size="xs"
                    loading={history.isFetchingNextPage}
                    onClick={() => void history.fetchNextPage()}
                >
                    {t('app.more')}
                </Button>
            )}
        </Section>
    );
}
