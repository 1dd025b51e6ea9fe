import { useMediaQuery } from '@mantine/hooks';
import { type ColumnDef, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { RecordCard } from './RecordCard';
import { RecordRow } from './RecordRow';
import { SortHeader } from './SortHeader';
import { SkeletonRows } from './SkeletonRows';
import styles from './list.module.css';
import { useColumns } from './useColumns';

interface RecordTableProps {
    register: RegisterDescription;
    records: EntityRecord[];
    total: number | undefined;
    sort: string;
    onSort: (sort: string) => void;
    loading: boolean;
    loadingMore: boolean;
    onEndNear: () => void;
}

// Where each list was scrolled to, so that it keeps its place when one comes back to it.
const places = new Map<string, number>();
const rowHeight = 49;
const cardHeight = 92;

export function RecordTable(props: RecordTableProps) {
    const { register, records, onEndNear } = props;
    const { t } = useTranslation();
    const { pathname, search } = useLocation();
    const narrow = useMediaQuery('(max-width: 860px)', undefined, {
        getInitialValueInEffect: false,
    });
    const place = pathname + search;
    const scroller = useRef<HTMLDivElement>(null);
    const columns = useColumns(register);
    const table = useReactTable({
        data: records,
        columns: useMemo<ColumnDef<EntityRecord>[]>(
            () => columns.map(({ id }) => ({ id })),
            [columns],
        ),
        getRowId: (record) => record.id,
        getCoreRowModel: getCoreRowModel(),
        manualSorting: true,
    });
    const rows = table.getRowModel().rows;
    const virtual = useVirtualizer({
        count: rows.length,
        getScrollElement: () => scroller.current,
        estimateSize: () => (narrow ? cardHeight : rowHeight),
        overscan: 12,
        initialOffset: () => places.get(place) ?? 0,
    });
    const shown = virtual.getVirtualItems();
    const last = shown.at(-1)?.index ?? -1;
    useEffect(() => {
        if (rows.length > 0 && last >= rows.length - 20) {
            onEndNear();
        }
    }, [last, rows.length, onEndNear]);

    const above = shown[0]?.start ?? 0;
    const below = Math.max(0, virtual.getTotalSize() - (shown.at(-1)?.end ?? 0));
    const keepPlace = () => places.set(place, scroller.current?.scrollTop ?? 0);
    const items = shown.flatMap((item) => {
        const record = rows[item.index]?.original;
        return record ? [{ index: item.index, record }] : [];
    });

    if (narrow) {
        return (
            <div ref={scroller} className={styles.scroller} onScroll={keepPlace}>
                <ul className={styles.cards} style={{ paddingTop: above, paddingBottom: below }}>
                    {items.map(({ record }) => (
                        <RecordCard
                            key={record.id}
                            register={register}
                            record={record}
                            columns={columns}
                        />
                    ))}
                </ul>
            </div>
        );
    }
    return (
        <div ref={scroller} className={styles.scroller} onScroll={keepPlace} tabIndex={-1}>
            <table className={styles.table} aria-rowcount={props.total ?? -1}>
                <colgroup>
                    {columns.map((column) => (
                        <col key={column.id} style={{ width: column.width }} />
                    ))}
                </colgroup>
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <SortHeader
                                key={column.id}
                                column={column}
                                sort={props.sort}
                                onSort={props.onSort}
                            />
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
                    {items.map(({ record, index }) => (
                        <RecordRow
                            key={record.id}
                            register={register}
                            record={record}
                            index={index}
                            columns={columns}
                        />
                    ))}
                    {props.loading && <SkeletonRows columns={columns.length} />}
                    {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
                </tbody>
            </table>
            {props.loadingMore && (
                <div className={styles.more} role="status">
                    {t('list.loadingMore')}
                </div>
            )}
        </div>
    );
}
