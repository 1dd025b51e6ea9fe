import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './columns';
import { nextSort } from './listState';
import styles from './list.module.css';

interface SortHeaderProps {
    column: ListColumn;
    sort: string;
    onSort: (sort: string) => void;
}

export function SortHeader({ column, sort, onSort }: SortHeaderProps) {
    const { t } = useTranslation();
    const key = column.sort;
    if (key === undefined) {
        return (
            <th scope="col" className={styles.head}>
                {column.header}
            </th>
        );
    }
    const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
    return (
        <th scope="col" className={styles.head} aria-sort={direction}>
            <button
                type="button"
                className={styles.sort}
                title={t('list.sortBy', { column: column.header })}
                onClick={() => onSort(nextSort(sort, key))}
            >
                {column.header}
                {direction === 'ascending' && <IconArrowUp size={14} aria-hidden />}
                {direction === 'descending' && <IconArrowDown size={14} aria-hidden />}
            </button>
        </th>
    );
}
