import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import type { ListColumn } from './columns';
import styles from './list.module.css';

interface RecordRowProps {
    register: RegisterDescription;
    record: EntityRecord;
    index: number;
    columns: ListColumn[];
}

export function RecordRow({ register, record, index, columns }: RecordRowProps) {
    const navigate = useNavigate();
    const to = `/${register.path}/${record.ref}`;
    // The title is the link that keyboard and screen reader use; the rest of the row is a larger
    // target for the mouse.
    const open = (event: MouseEvent) => {
        const marked = window.getSelection()?.toString();
        if (!(event.target as Element).closest('a') && !marked) {
            void navigate(to);
        }
    };
    return (
        <tr className={styles.row} aria-rowindex={index + 2} onClick={open}>
            {columns.map((column) => (
                <td
                    key={column.id}
                    className={styles.cell}
                    data-column={column.id}
                    data-numeric={column.numeric || undefined}
                >
                    {column.id === 'title' ? (
                        <Link to={to} className={styles.rowLink}>
                            {record.title}
                        </Link>
                    ) : (
                        column.cell(record)
                    )}
                </td>
            ))}
        </tr>
    );
}
