import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterDescription } from '../api/contract';
import { useRecordPages } from '../api/queries';
import { PageHeader } from '../components/PageHeader';
import { ProblemNote } from '../errors/ProblemNote';
import { usePhrase } from '../i18n';
import { useFormat } from '../i18n/format';
import { ListEmpty } from './ListEmpty';
import { ListToolbar } from './ListToolbar';
import { listQuery } from './listState';
import { RecordTable } from './RecordTable';
import styles from './list.module.css';
import { useListState } from './useListState';

export function RegisterList({ register }: { register: RegisterDescription }) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const format = useFormat();
    const { state, change } = useListState(register);
    const pages = useRecordPages(register.path, listQuery(state));
    const records = useMemo(
        () => pages.data?.pages.flatMap((page) => page.items) ?? [],
        [pages.data],
    );
    const total = pages.data?.pages[0]?.total;
    const title = phrase(register.label_plural);
    useEffect(() => {
        document.title = `${title} – Sigill`;
    }, [title]);
    const isNarrowed = state.q !== '' || state.filters.length > 0 || state.archived;

    return (
        <div className={styles.page}>
            <PageHeader
                title={title}
                beside={
                    typeof total === 'number' && (
                        <span className={styles.count} data-testid="count">
                            {t('list.count', { count: total, formatted: format.number(total) })}
                        </span>
                    )
                }
                text={phrase(register.help)}
                actions={
                    register.can.create && (
                        <Button
                            component={Link}
                            to={`/${register.path}/new`}
                            leftSection={<IconPlus size={17} aria-hidden />}
                            data-testid="create"
                        >
                            {t('list.create', { register: phrase(register.label).toLowerCase() })}
                        </Button>
                    )
                }
            />
            <ListToolbar register={register} state={state} change={change} />
            {pages.isError && (
                <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
            )}
            {!pages.isError && !pages.isPending && records.length === 0 ? (
                <ListEmpty register={register} isNarrowed={isNarrowed} />
            ) : (
                !pages.isError && (
                    <RecordTable
                        register={register}
                        records={records}
                        total={total ?? undefined}
                        sort={state.sort}
                        onSort={(sort) => change({ sort })}
                        loading={pages.isPending}
                        loadingMore={pages.isFetchingNextPage}
                        onEndNear={() => {
                            if (pages.hasNextPage && !pages.isFetchingNextPage) {
                                void pages.fetchNextPage();
                            }
                        }}
                    />
                )
            )}
        </div>
    );
}
