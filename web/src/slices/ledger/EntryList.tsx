import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../kernel/components/EmptyState';
import { PageLoading } from '../../kernel/components/PageLoading';
import { ProblemNote } from '../../kernel/errors/ProblemNote';
import { EntryRow } from './EntryRow';
import styles from './ledger.module.css';
import type { useLedgerEntries } from './useLedgerEntries';

export function EntryList({ entries }: { entries: ReturnType<typeof useLedgerEntries> }) {
    const { t } = useTranslation();
    if (entries.isError) {
        return <ProblemNote error={entries.error} onRetry={() => void entries.refetch()} />;
    }
    if (entries.isPending) {
        return <PageLoading />;
    }
    const shown = entries.data.pages.flatMap((page) => page.items);
    if (shown.length === 0) {
        return <EmptyState icon={<IconSearch aria-hidden />} title={t('ledger.noEntries')} />;
    }
    return (
        <>
            <ol className={styles.entries}>
                {shown.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} />
                ))}
            </ol>
            {entries.hasNextPage && (
                <div className={styles.more}>
                    <Button
                        variant="default"
                        loading={entries.isFetchingNextPage}
                        onClick={() => void entries.fetchNextPage()}
                    >
                        {t('app.more')}
                    </Button>
                </div>
            )}
        </>
    );
}
