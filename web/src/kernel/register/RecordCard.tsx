import { Link } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { StateBadge } from '../components/StateBadge';
import type { ListColumn } from './columns';
import styles from './list.module.css';

interface RecordCardProps {
    register: RegisterDescription;
    record: EntityRecord;
    columns: ListColumn[];
}

const shownElsewhere = new Set(['title', 'ref', 'state', 'updated_at']);

/** A row of the list on a phone: the name, the state and the first two columns that hold anything. */
export function RecordCard({ register, record, columns }: RecordCardProps) {
    const details = columns
        .filter((column) => !shownElsewhere.has(column.id))
        .map((column) => ({ id: column.id, content: column.cell(record) }))
        .filter(({ content }) => content !== null)
        .slice(0, 2);
    return (
        <li className={styles.card}>
            <Link to={`/${register.path}/${record.ref}`} className={styles.cardLink}>
                <span className={styles.cardTitle}>{record.title}</span>
                <span className={styles.cardLine}>
                    <span>{record.ref}</span>
                    {details.map(({ id, content }) => (
                        <span key={id}>{content}</span>
                    ))}
                </span>
                <StateBadge register={register} state={record.state} />
            </Link>
        </li>
    );
}
