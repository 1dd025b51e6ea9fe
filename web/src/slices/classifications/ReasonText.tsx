import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord } from '../../kernel/api/contract';
import { problemText } from '../../kernel/errors/problemText';
import { useDraft } from '../../kernel/register/useDraft';
import { type RecordEditor, SavingCancelled } from '../../kernel/register/useRecordEditor';
import styles from './classification.module.css';

interface ReasonTextProps {
    field: string;
    record: EntityRecord;
    editor: RecordEditor;
    mayEdit: boolean;
    label: string;
}

/** Saved when one leaves the text; kept as a draft while one writes. */
export function ReasonText({ field, record, editor, mayEdit, label }: ReasonTextProps) {
    const { t } = useTranslation();
    const saved = typeof record[field] === 'string' ? record[field] : '';
    const draft = useDraft(`${record.id}.${field}`, { value: saved, seen: saved });
    const written = draft.value;
    const [touched, setTouched] = useState(draft.wasRestored);
    const [status, setStatus] = useState<'idle' | 'saving' | 'saved'>('idle');
    const [failure, setFailure] = useState<string>();
    const save = async () => {
        if (!touched || written.value === saved) {
            return;
        }
        setStatus('saving');
        setFailure(undefined);
        try {
            await editor.save({ [field]: written.value }, { [field]: written.seen });
            draft.drop();
            setTouched(false);
            setStatus('saved');
        } catch (error) {
            setStatus('idle');
            setFailure(error instanceof SavingCancelled ? undefined : problemText(error, t));
        }
    };
    const hint = { idle: undefined, saving: t('app.saving'), saved: t('app.saved') }[status];
    if (!mayEdit) {
        return (
            <div className={styles.reason}>
                <div className={styles.reasonLabel}>{label}</div>
                <p className={styles.reasonText}>{saved || t('app.none')}</p>
            </div>
        );
    }
    return (
        <div className={styles.reason}>
            <Textarea
                label={label}
                rows={4}
                resize="vertical"
                value={touched ? written.value : saved}
                error={failure}
                onChange={(event) => {
                    setTouched(true);
                    setStatus('idle');
                    const seen = touched ? written.seen : saved;
                    draft.change({ value: event.currentTarget.value, seen });
                }}
                onBlur={() => void save()}
            />
            <div className={styles.saveHint} aria-live="polite">
                {hint}
            </div>
        </div>
    );
}
