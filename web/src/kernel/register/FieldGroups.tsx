import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { Section } from '../components/Section';
import { usePhrase } from '../i18n';
import { FieldRow } from './FieldRow';
import { fieldGroups } from './groups';
import type { RecordEditor } from './useRecordEditor';

interface FieldGroupsProps {
    register: RegisterDescription;
    record: EntityRecord;
    editor: RecordEditor;
    mayEdit: boolean;
    /** Fields that a special page shows in its own way. */
    without?: ReadonlySet<string>;
}

export function FieldGroups({ register, record, editor, mayEdit, without }: FieldGroupsProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    return (
        <>
            {fieldGroups(register).map((group) => {
                const fields = group.fields.filter((field) => !without?.has(field.key));
                return (
                    fields.length > 0 && (
                        <Section
                            key={group.label?.sv ?? ''}
                            title={group.label ? phrase(group.label) : t('record.details')}
                        >
                            {fields.map((field) => (
                                <FieldRow
                                    key={field.key}
                                    record={record}
                                    field={field}
                                    editor={editor}
                                    mayEdit={mayEdit}
                                />
                            ))}
                        </Section>
                    )
                );
            })}
        </>
    );
}
