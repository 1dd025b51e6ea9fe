import { type ColumnDef, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router';
import type { EntityRecord } from '../api/contract';
import type { ListColumn } from './columns';

// Where each list was scrolled to, so that it keeps its place when one comes back to it.
const places = new Map<string, number>();

// So many rows before the end, the next page is fetched.
const nearEnd = 20;

interface VirtualRowsOptions {
    records: EntityRecord[];
    columns: ListColumn[];
    rowHeight: number;
    onEndNear: () => void;
}

/** Only the rows in sight are drawn, with empty room above and below for the rest. */
export function useVirtualRows({ records, columns, rowHeight, onEndNear }: VirtualRowsOptions) {
    const { pathname, search } = useLocation();
    const place = pathname + search;
    const scroller = useRef<HTMLDivElement>(null);
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
        estimateSize: () => rowHeight,
        overscan: 12,
        initialOffset: () => places.get(place) ?? 0,
    });
    const shown = virtual.getVirtualItems();
    const last = shown.at(-1)?.index ?? -1;
    useEffect(() => {
        if (rows.length > 0 && last >= rows.length - nearEnd) {
            onEndNear();
        }
    }, [last, rows.length, onEndNear]);

    return {
        scroller,
        above: shown[0]?.start ?? 0,
        below: Math.max(0, virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)),
        items: shown.flatMap(({ index }) => {
            const record = rows[index]?.original;
            return record ? [{ index, record }] : [];
        }),
        keepPlace: () => {
            places.set(place, scroller.current?.scrollTop ?? 0);
        },
    };
}
