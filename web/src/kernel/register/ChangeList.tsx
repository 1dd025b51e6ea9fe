import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LedgerChange, RegisterDescription } from '../api/contract';
import { useLanguage, usePhrase } from '../i18n';
import { changeText } from './changeText';
import { useModel } from './model';
import styles from './record.module.css';

interface ChangeListProps {
    register: RegisterDescription | undefined;
    changes: LedgerChange[];
}

/** Before and after, field by field, in words. */
export function ChangeList({ register, changes }: ChangeListProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const language = useLanguage();
    const model = useModel();
    if (changes.length === 0) {
        return null;
    }
    return (
        <dl className={styles.changes}>
            {changes.map((change) => {
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
    );
}
