import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry, RegisterDescription } from '../api/contract';
import { useFormat } from '../i18n/format';
import { ChangeList } from './ChangeList';
import { useActorName, useEventText } from './eventText';
import styles from './record.module.css';

interface HistoryEntryProps {
    register: RegisterDescription;
    entry: LedgerEntry;
}

export function HistoryEntry({ register, entry }: HistoryEntryProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const eventText = useEventText();
    const actorName = useActorName();
    return (
        <li className={styles.historyEntry}>
            <div className={styles.historyWhat}>
                {eventText(entry.event, true)}
                {entry.signature && (
                    <span className={styles.signed}>
                        <IconSignature size={14} aria-hidden />
                        {t('record.signedEntry')}
                    </span>
                )}
            </div>
            <div className={styles.historyWho}>
                {actorName(entry)}
                {' · '}
                <time dateTime={entry.at} title={format.exactly(entry.at)}>
                    {format.instant(entry.at)}
                </time>
            </div>
            <ChangeList register={register} changes={entry.changes ?? []} atMost={4} />
        </li>
    );
}
