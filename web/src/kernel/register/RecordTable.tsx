import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { RecordCard } from './RecordCard';
import { RecordRow } from './RecordRow';
import { SkeletonRows } from './SkeletonRows';
import { SortHeader } from './SortHeader';
import styles from './list.module.css';
import { useColumns } from './useColumns';
import { useVirtualRows } from './useVirtualRows';

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

const rowHeight = 49;
const cardHeight = 92;

/** A table on a wide screen, a list of cards on a narrow one. */
export function RecordTable(props: RecordTableProps) {
    const narrow = useMediaQuery('(max-width: 860px)', undefined, {
        getInitialValueInEffect: false,
    });
    return narrow ? <CardList {...props} /> : <WideTable {...props} />;
}

function CardList({ register, records, onEndNear }: RecordTableProps) {
    const columns = useColumns(register);
    const rows = useVirtualRows({ records, columns, rowHeight: cardHeight, onEndNear });
    return (
        <div ref={rows.scroller} className={styles.scroller} onScroll={rows.keepPlace}>
            <ul
                className={styles.cards}
                style={{ paddingTop: rows.above, paddingBottom: rows.below }}
            >
                {rows.items.map(({ record }) => (
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

function WideTable(props: RecordTableProps) {
    const { register, records, onEndNear } = props;
    const { t } = useTranslation();
    const columns = useColumns(register);
    const rows = useVirtualRows({ records, columns, rowHeight, onEndNear });
    return (
        <div ref={rows.scroller} className={styles.scroller} onScroll={rows.keepPlace}>
            <table
                className={styles.table}
                style={{ minWidth: columns.reduce((sum, column) => sum + column.width, 0) }}
                aria-rowcount={props.total ?? -1}
            >
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
                    {rows.above > 0 && <tr aria-hidden="true" style={{ height: rows.above }} />}
                    {rows.items.map(({ record, index }) => (
                        <RecordRow
                            key={record.id}
                            register={register}
                            record={record}
                            index={index}
                            columns={columns}
                        />
                    ))}
                    {props.loading && <SkeletonRows columns={columns.length} />}
                    {rows.below > 0 && <tr aria-hidden="true" style={{ height: rows.below }} />}
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
