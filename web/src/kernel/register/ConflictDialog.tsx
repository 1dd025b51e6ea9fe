import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule, isEmpty } from '../../fields';
import type { RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { useModel } from './model';
import styles from './record.module.css';
import type { Conflict } from './useRecordEditor';

interface ConflictDialogProps {
    register: RegisterDescription;
    conflict: Conflict;
}

type Choice = 'mine' | 'theirs';

export function ConflictDialog({ register, conflict }: ConflictDialogProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const model = useModel();
    const [choices, setChoices] = useState<Record<string, Choice>>({});
    const { current, keys, patch } = conflict;
    const name = current.updated_by?.title;
    const save = () => {
        const kept = Object.entries(patch).filter(([key]) => choices[key] !== 'theirs');
        conflict.resolve(Object.fromEntries(kept));
    };
    return (
        <Modal
            opened
            onClose={conflict.cancel}
            title={t('conflict.title')}
            size={720}
            closeButtonProps={{ 'aria-label': t('app.close') }}
        >
            <p className={styles.dialogText}>
                {name
                    ? t('conflict.help', { name, ref: current.ref })
                    : t('conflict.helpUnknown', { ref: current.ref })}
            </p>
            {keys.map((key) => {
                const field = model.field(register, key);
                if (field === undefined) {
                    return null;
                }
                const { Display } = fieldModule(field);
                const sides: [Choice, unknown][] = [
                    ['mine', patch[key]],
                    ['theirs', current[key]],
                ];
                return (
                    <fieldset key={key} className={styles.sides}>
                        <legend>{phrase(field.label)}</legend>
                        {sides.map(([side, value]) => (
                            <label key={side} className={styles.side}>
                                <span className={styles.sideName}>
                                    <input
                                        type="radio"
                                        name={`conflict-${key}`}
                                        checked={(choices[key] ?? 'mine') === side}
                                        onChange={() => setChoices({ ...choices, [key]: side })}
                                    />
                                    {t(`conflict.${side}`)}
                                </span>
                                {isEmpty(value) ? (
                                    <em>{t('input.emptyValue')}</em>
                                ) : (
                                    <Display field={field} value={value} />
                                )}
                            </label>
                        ))}
                    </fieldset>
                );
            })}
            <div className={styles.dialogButtons}>
                <Button variant="default" onClick={conflict.cancel}>
                    {t('app.cancel')}
                </Button>
                <Button onClick={save}>{t('conflict.save')}</Button>
            </div>
        </Modal>
    );
}
