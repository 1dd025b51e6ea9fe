import { Button } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerChange, RegisterDescription } from '../api/contract';
import { useLanguage, usePhrase } from '../i18n';
import { changeText } from './changeText';
import { useModel } from './model';
import styles from './record.module.css';

interface ChangeListProps {
    register: RegisterDescription | undefined;
    changes: LedgerChange[];
    /** So many are shown before one asks for the rest. */
    atMost?: number;
}

/** Before and after, field by field, in words. */
export function ChangeList({ register, changes, atMost = 1000 }: ChangeListProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const language = useLanguage();
    const model = useModel();
    const [all, setAll] = useState(false);
    const shown = all ? changes : changes.slice(0, atMost);
    if (changes.length === 0) {
        return null;
    }
    return (
        <>
            <dl className={styles.changes}>
                {shown.map((change) => {
                    const field = register && model.field(register, change.field);
                    const before = changeText(field, change.before, { language, model });
                    const after = changeText(field, change.after, { language, model });
                    return (
                        <div key={change.field} className={styles.change}>
                            <dt>{field ? phrase(field.label) : change.field}</dt>
                            <dd>
                                {before !== '' && (
                                    <>
                                        <span className="sg-hidden">{t('record.before')}: </span>
                                        <del>{before}</del>
                                        <IconArrowNarrowRight size={15} aria-hidden />
                                    </>
                                )}
                                <span className="sg-hidden">{t('record.after')}: </span>
                                {after === '' ? (
                                    <em>{t('input.emptyValue')}</em>
                                ) : (
                                    <ins>{after}</ins>
                                )}
                            </dd>
                        </div>
                    );
                })}
            </dl>
            {shown.length < changes.length && (
                <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
                    {t('record.allChanges', { count: changes.length })}
                </Button>
            )}
        </>
    );
}
