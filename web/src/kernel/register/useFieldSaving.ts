import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../fields';
import { ApiError } from '../api/client';
import type { FieldDescription } from '../api/contract';
import { problemText } from '../errors/problemText';
import { usePhrase } from '../i18n';
import { type RecordEditor, SavingCancelled } from './useRecordEditor';

/** Saves one field; what went wrong is told at the field, and what was written stays. */
export function useFieldSaving(field: FieldDescription, editor: RecordEditor, done: () => void) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const [saving, setSaving] = useState(false);
    const [failure, setFailure] = useState<string>();
    const save = async (value: unknown, seen: unknown) => {
        if (field.required && isEmpty(value)) {
            setFailure(t('input.requiredMissing', { field: phrase(field.label) }));
            return;
        }
        setSaving(true);
        setFailure(undefined);
        try {
            await editor.save({ [field.key]: value }, { [field.key]: seen });
            done();
        } catch (error) {
            setSaving(false);
            if (!(error instanceof SavingCancelled)) {
                const told = error instanceof ApiError ? error.fieldMessage(field.key) : undefined;
                setFailure(told ?? problemText(error, t));
            }
        }
    };
    return { save, saving, failure };
}
