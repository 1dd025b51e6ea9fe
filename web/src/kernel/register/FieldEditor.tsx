import { Button } from '@mantine/core';
import { type KeyboardEvent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import type { FieldDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import styles from './record.module.css';
import { useDraft } from './useDraft';
import { useFieldSaving } from './useFieldSaving';
import type { RecordEditor } from './useRecordEditor';

interface FieldEditorProps {
    field: FieldDescription;
    label: string;
    value: unknown;
    draftKey: string;
    editor: RecordEditor;
    onDone: () => void;
}

/** What is being written, and what stood there when it was begun. */
interface EditedValue {
    value: unknown;
    seen: unknown;
}

/** An open list of choices has use for the same keys, and comes first. */
function belongsToList(event: KeyboardEvent): boolean {
    const { target } = event;
    return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

function commits(event: KeyboardEvent): boolean {
    const isText = event.target instanceof HTMLTextAreaElement;
    return event.key === 'Enter' && (!isText || event.ctrlKey || event.metaKey);
}

export function FieldEditor({ field, label, value, draftKey, editor, onDone }: FieldEditorProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const draft = useDraft<EditedValue>(draftKey, { value: value ?? null, seen: value ?? null });
    const edited = draft.value;
    const stop = () => {
        draft.drop();
        onDone();
    };
    const { save, saving, failure } = useFieldSaving(field, editor, stop);
    const { Input } = fieldModule(field);
    const onKey = (event: KeyboardEvent) => {
        const inInput = !(event.target instanceof HTMLButtonElement);
        if (event.defaultPrevented || belongsToList(event) || !inInput) {
            return;
        }
        if (commits(event)) {
            event.preventDefault();
            void save(edited.value, edited.seen);
        } else if (event.key === 'Escape') {
            event.stopPropagation();
            stop();
        }
    };
    return (
        <div className={styles.editor} onKeyDown={onKey}>
            <Suspense fallback={<div>{t('app.loading')}</div>}>
                <Input
                    field={field}
                    value={edited.value}
                    onChange={(next) => draft.change({ ...edited, value: next })}
                    label={label}
                    hideLabel
                    description={phrase(field.help) || undefined}
                    error={failure}
                    required={field.required}
                    autoFocus
                    disabled={saving}
                />
            </Suspense>
            <div className={styles.editorButtons}>
                <Button
                    size="xs"
                    loading={saving}
                    onClick={() => void save(edited.value, edited.seen)}
                >
                    {t('app.save')}
                </Button>
                <Button size="xs" variant="subtle" color="gray" onClick={stop}>
                    {t('app.cancel')}
                </Button>
                {draft.wasRestored && <span className={styles.note}>{t('record.draftKept')}</span>}
            </div>
        </div>
    );
}
