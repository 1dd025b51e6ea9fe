import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule, isEmpty } from '../../fields';
import { ApiError } from '../api/client';
import type { EntityRecord, FieldDescription } from '../api/contract';
import { problemText } from '../errors/problemText';
import { usePhrase } from '../i18n';
import { readDraft } from '../session/draft';
import styles from './record.module.css';
import { useDraft } from './useDraft';
import { type RecordEditor, SavingCancelled } from './useRecordEditor';

interface FieldRowProps {
    record: EntityRecord;
    field: FieldDescription;
    editor: RecordEditor;
    mayEdit: boolean;
}

export function FieldRow({ record, field, editor, mayEdit }: FieldRowProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const draftKey = `${record.id}.${field.key}`;
    const [editing, setEditing] = useState(() => mayEdit && readDraft(draftKey) !== undefined);
    const labelId = useId();
    const label = phrase(field.label);
    const value = record[field.key];
    const { Display } = fieldModule(field);
    const writable = mayEdit && field.writable !== false;

    return (
        <div className={styles.field} data-field={field.key}>
            <div className={styles.fieldLabel} id={labelId}>
                {label}
            </div>
            {editing ? (
                <FieldEditor
                    field={field}
                    label={label}
                    value={value}
                    draftKey={draftKey}
                    editor={editor}
                    onDone={() => setEditing(false)}
                />
            ) : (
                <div className={styles.fieldValue} role="group" aria-labelledby={labelId}>
                    <div className={styles.fieldContent}>
                        {isEmpty(value) ? (
                            <span className={styles.nothing}>{t('app.none')}</span>
                        ) : (
                            <Display field={field} value={value} />
                        )}
                    </div>
                    {writable && (
                        <ActionIcon
                            className={styles.pencil}
                            variant="subtle"
                            color="gray"
                            aria-label={t('record.editField', { field: label })}
                            onClick={() => setEditing(true)}
                        >
                            <IconPencil size={17} aria-hidden />
                        </ActionIcon>
                    )}
                </div>
            )}
        </div>
    );
}

interface FieldEditorProps {
    field: FieldDescription;
    label: string;
    value: unknown;
    draftKey: string;
    editor: RecordEditor;
    onDone: () => void;
}

function FieldEditor({ field, label, value, draftKey, editor, onDone }: FieldEditorProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const draft = useDraft<unknown>(draftKey, value ?? null);
    const [saving, setSaving] = useState(false);
    const [failure, setFailure] = useState<string>();
    const { Input } = fieldModule(field);

    const stop = () => {
        draft.drop();
        onDone();
    };
    const save = async () => {
        if (field.required && isEmpty(draft.value)) {
            setFailure(t('input.requiredMissing', { field: label }));
            return;
        }
        setSaving(true);
        setFailure(undefined);
        try {
            await editor.save({ [field.key]: draft.value });
            stop();
        } catch (error) {
            setSaving(false);
            if (!(error instanceof SavingCancelled)) {
                const own = error instanceof ApiError ? error.fieldMessage(field.key) : undefined;
                setFailure(own ?? problemText(error, t));
            }
        }
    };
    const onKey = (event: KeyboardEvent) => {
        const inText = event.target instanceof HTMLTextAreaElement;
        const commits = event.key === 'Enter' && (!inText || event.ctrlKey || event.metaKey);
        const isOpenList =
            event.target instanceof HTMLElement &&
            event.target.getAttribute('aria-expanded') === 'true';
        if (event.defaultPrevented || isOpenList || event.target instanceof HTMLButtonElement) {
            return;
        }
        if (commits) {
            event.preventDefault();
            void save();
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
                    value={draft.value}
                    onChange={draft.change}
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
                <Button size="xs" loading={saving} onClick={() => void save()}>
                    {t('app.save')}
                </Button>
                <Button size="xs" variant="subtle" color="gray" onClick={stop}>
                    {t('app.cancel')}
                </Button>
                {draft.wasRestored && (
                    <span className={styles.note}>{t('record.draftKept')}</span>
                )}
            </div>
        </div>
    );
}
