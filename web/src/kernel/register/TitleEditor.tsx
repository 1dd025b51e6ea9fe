import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { problemText } from '../errors/problemText';
import { usePhrase } from '../i18n';
import styles from './record.module.css';
import { useDraft } from './useDraft';
import { type RecordEditor, SavingCancelled } from './useRecordEditor';

interface TitleEditorProps {
    register: RegisterDescription;
    record: EntityRecord;
    editor: RecordEditor;
    onDone: () => void;
}

export function TitleEditor({ register, record, editor, onDone }: TitleEditorProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const draft = useDraft(`${record.id}.title`, { value: record.title, seen: record.title });
    const title = draft.value.value.trim();
    const [failure, setFailure] = useState<string>();
    const label = phrase(register.title_label) || t('record.title');
    const stop = () => {
        draft.drop();
        onDone();
    };
    const save = async (event: FormEvent) => {
        event.preventDefault();
        if (title === '') {
            setFailure(t('input.requiredMissing', { field: label }));
            return;
        }
        try {
            await editor.save({ title }, { title: draft.value.seen });
            stop();
        } catch (error) {
            if (!(error instanceof SavingCancelled)) {
                const own = error instanceof ApiError ? error.fieldMessage('title') : undefined;
                setFailure(own ?? problemText(error, t));
            }
        }
    };
    return (
        <form
            className={styles.titleEditor}
            onSubmit={(event) => void save(event)}
            onKeyDown={(event) => event.key === 'Escape' && stop()}
        >
            <TextInput
                aria-label={label}
                autoFocus
                value={draft.value.value}
                error={failure}
                onChange={(event) =>
                    draft.change({ ...draft.value, value: event.currentTarget.value })
                }
            />
            <Button type="submit">{t('app.save')}</Button>
            <Button variant="subtle" color="gray" onClick={stop}>
                {t('app.cancel')}
            </Button>
        </form>
    );
}
