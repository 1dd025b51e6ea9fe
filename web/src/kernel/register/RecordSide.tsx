import type { EntityRecord, RegisterDescription } from '../api/contract';
import { HistoryPanel } from './HistoryPanel';
import { RelatedPanel } from './RelatedPanel';
import styles from './record.module.css';

interface RecordSideProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function RecordSide({ register, record }: RecordSideProps) {
    return (
        <aside className={styles.sideColumn}>
            <RelatedPanel register={register} record={record} />
            <HistoryPanel register={register} record={record} />
        </aside>
    );
}
