import { Button } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { address, api } from '../../kernel/api/client';
import type { LedgerEntry, Page } from '../../kernel/api/contract';
import { EmptyState } from '../../kernel/components/EmptyState';
import { PageHeader } from '../../kernel/components/PageHeader';
import { PageLoading } from '../../kernel/components/PageLoading';
import { ProblemNote } from '../../kernel/errors/ProblemNote';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { mayReadLedger } from '../../kernel/layout/areas';
import { may } from '../../kernel/session/session';
import { useSession } from '../../kernel/session/SessionContext';
import { EntryRow } from './EntryRow';
import { LedgerFilters } from './LedgerFilters';
import { endOfDay, startOfDay } from './period';
import styles from './ledger.module.css';

export default function LedgerPage() {
    const { t } = useTranslation();
    const session = useSession();
    const [parameters, setParameters] = useSearchParams();
    const filter = Object.fromEntries(parameters);
    const entries = useInfiniteQuery({
        queryKey: ['ledger', filter],
        enabled: mayReadLedger(session),
        initialPageParam: '',
        queryFn: ({ pageParam, signal }) =>
            api.get<Page<LedgerEntry>>('/ledger/entries', {
                query: {
                    limit: 50,
                    after: pageParam,
                    event: filter['event'],
                    record: filter['record'],
                    actor: filter['actor'],
                    from: startOfDay(filter['from']),
                    to: endOfDay(filter['to']),
                },
                signal,
            }),
        getNextPageParam: (page) => page.next || undefined,
    });
    useEffect(() => {
        document.title = `${t('ledger.title')} – Sigill`;
    }, [t]);
    if (!mayReadLedger(session)) {
        return <NotFoundPage />;
    }
    const change = (key: string, value: string | null) => {
        const next = new URLSearchParams(parameters);
        if (value) {
            next.set(key, value);
        } else {
            next.delete(key);
        }
        setParameters(next, { replace: true });
    };
    const shown = entries.data?.pages.flatMap((page) => page.items) ?? [];
    return (
        <div className={styles.page}>
            <PageHeader
                title={t('ledger.title')}
                text={t('ledger.intro')}
                actions={
                    may(session, 'ledger.export') && (
                        <Button
                            component="a"
                            href={address('/ledger/export')}
                            download
                            variant="default"
                            leftSection={<IconDownload size={17} aria-hidden />}
                        >
                            {t('ledger.export')}
                        </Button>
                    )
                }
            />
            <LedgerFilters filter={filter} change={change} />
            {entries.isPending && <PageLoading />}
            {entries.isError && (
                <ProblemNote error={entries.error} onRetry={() => void entries.refetch()} />
            )}
            {entries.isSuccess && shown.length === 0 && (
                <EmptyState icon={<IconSearch aria-hidden />} title={t('ledger.noEntries')} />
            )}
            {shown.length > 0 && (
                <ol className={styles.entries}>
                    {shown.map((entry) => (
                        <EntryRow key={entry.id} entry={entry} />
                    ))}
                </ol>
            )}
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
        </div>
    );
}
