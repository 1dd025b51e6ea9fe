import { useTranslation } from 'react-i18next';
import type { LedgerEntry, RegisterDescription } from '../../kernel/api/contract';
import { ChangeList } from '../../kernel/register/ChangeList';
import { VerifyPanel } from './VerifyPanel';
import styles from './ledger.module.css';

interface EntryDetailsProps {
    entry: LedgerEntry;
    register: RegisterDescription | undefined;
}

export function EntryDetails({ entry, register }: EntryDetailsProps) {
    const { t } = useTranslation();
    const changes = entry.changes ?? [];
    return (
        <div className={styles.details}>
            <div>
                <h2 className={styles.heading}>{t('ledger.changes')}</h2>
                {changes.length === 0 ? (
                    <p className={styles.note}>{t('ledger.noChanges')}</p>
                ) : (
                    <ChangeList register={register} changes={changes} />
                )}
                <details className={styles.technical}>
                    <summary>{t('ledger.technical')}</summary>
                    <dl>
                        <dt>{t('ledger.what')}</dt>
                        <dd>
                            <code>{entry.event}</code>
                        </dd>
                        <dt>{t('ledger.leafHash')}</dt>
                        <dd>
                            <code>{entry.leaf_hash}</code>
                        </dd>
                        <dt>{t('ledger.leaf')}</dt>
                        <dd>
                            <code>{entry.leaf}</code>
                        </dd>
                    </dl>
                </details>
            </div>
            <VerifyPanel entry={entry} />
        </div>
    );
}
