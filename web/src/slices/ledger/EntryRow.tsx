import { IconChevronDown, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LedgerEntry } from '../../kernel/api/contract';
import { useFormat } from '../../kernel/i18n/format';
import { useActorName, useEventText } from '../../kernel/register/eventText';
import { useModel } from '../../kernel/register/model';
import { EntryDetails } from './EntryDetails';
import styles from './ledger.module.css';

export function EntryRow({ entry }: { entry: LedgerEntry }) {
    const { t } = useTranslation();
    const format = useFormat();
    const eventText = useEventText();
    const actorName = useActorName();
    const register = useModel().register(entry.record?.register);
    const [open, setOpen] = useState(false);
    const index = entry.index ?? '–';
    return (
        <li className={styles.entry} data-testid="ledger-entry" data-event={entry.event}>
            <div className={styles.line}>
                <button
                    type="button"
                    className={styles.toggle}
                    aria-expanded={open}
                    aria-label={t('ledger.expand', { index })}
                    onClick={() => setOpen(!open)}
                >
                    <IconChevronDown size={18} aria-hidden />
                </button>
                <time className={styles.when} dateTime={entry.at} title={format.exactly(entry.at)}>
                    {format.instant(entry.at)}
                </time>
                <div className={styles.what} onClick={() => setOpen(!open)}>
                    <span className={styles.event}>{eventText(entry.event)}</span>
                    {entry.signature && (
                        <span className={styles.signed}>
                            <IconSignature size={15} aria-hidden />
                            {t('ledger.signed')}
                        </span>
                    )}
                </div>
                <div className={styles.about}>
                    {entry.record &&
                        (register ? (
                            <Link to={`/${register.path}/${entry.record.ref || entry.record.id}`}>
                                {entry.record.title || entry.record.ref}
                            </Link>
                        ) : (
                            <span>{entry.record.title || entry.record.ref}</span>
                        ))}
                </div>
                <div className={styles.who}>{actorName(entry)}</div>
                <div className={styles.index}>{index}</div>
            </div>
            {open && <EntryDetails entry={entry} register={register} />}
        </li>
    );
}
