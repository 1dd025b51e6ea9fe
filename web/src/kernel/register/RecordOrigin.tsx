import { useTranslation } from 'react-i18next';
import type { EntityRecord, Reference } from '../api/contract';
import { useFormat } from '../i18n/format';
import styles from './record.module.css';

/** Who made the record and who touched it last. */
export function RecordOrigin({ record }: { record: EntityRecord }) {
    const { t } = useTranslation();
    const format = useFormat();
    const told = (what: string, at: string, who: Reference | null | undefined) =>
        [what, format.instant(at), who?.title ? t('record.by', { name: who.title }) : '']
            .filter(Boolean)
            .join(' ');
    return (
        <p className={styles.origin}>
            {told(t('record.created'), record.created_at, record.created_by)}
            {' · '}
            {told(t('record.updated'), record.updated_at, record.updated_by)}
        </p>
    );
}
