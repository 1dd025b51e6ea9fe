import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule, isEmpty } from '../../fields';
import type { EntityRecord, FieldDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { readDraft } from '../session/draft';
import { FieldEditor } from './FieldEditor';
import styles from './record.module.css';
import type { RecordEditor } from './useRecordEditor';

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
