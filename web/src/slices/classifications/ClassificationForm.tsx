import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../../kernel/api/contract';
import { Section } from '../../kernel/components/Section';
import { ConflictDialog } from '../../kernel/register/ConflictDialog';
import { FieldGroups } from '../../kernel/register/FieldGroups';
import { FieldRow } from '../../kernel/register/FieldRow';
import { HistoryPanel } from '../../kernel/register/HistoryPanel';
import { RecordHeader } from '../../kernel/register/RecordHeader';
import { RecordOrigin } from '../../kernel/register/RecordOrigin';
import recordStyles from '../../kernel/register/record.module.css';
import { useRecordEditor } from '../../kernel/register/useRecordEditor';
import { AspectColumn } from './AspectColumn';
import { aspects } from './aspects';
import { DecisionPanel } from './DecisionPanel';
import { SafeguardsPanel } from './SafeguardsPanel';
import styles from './classification.module.css';

interface ClassificationFormProps {
    register: RegisterDescription;
    record: EntityRecord;
}

const participantKeys = ['ciso', 'process_owner', 'specialists'];
const continuityKeys = ['rto_hours', 'rpo_hours', 'next_review'];
const shownByForm = new Set([
    ...aspects,
    ...aspects.map((aspect) => `${aspect}_reason`),
    ...participantKeys,
    ...continuityKeys,
]);

export function ClassificationForm({ register, record }: ClassificationFormProps) {
    const { t } = useTranslation();
    const editor = useRecordEditor(register, record);
    const mayEdit = register.can.update && !record.archived_at && record.state === 'draft';
    const rows = (keys: string[]) =>
        register.fields
            .filter((field) => keys.includes(field.key))
            .map((field) => (
                <FieldRow
                    key={field.key}
                    record={record}
                    field={field}
                    editor={editor}
                    mayEdit={mayEdit}
                />
            ));
    return (
        <article className={styles.page}>
            <RecordHeader
                register={register}
                record={record}
                editor={editor}
                mayEdit={mayEdit}
                withoutTransitions
            />
            {mayEdit && <p className={styles.intro}>{t('classification.intro')}</p>}
            <div className={styles.aspects}>
                {aspects.map((aspect) => (
                    <AspectColumn
                        key={aspect}
                        aspect={aspect}
                        register={register}
                        record={record}
                        editor={editor}
                        mayEdit={mayEdit}
                    />
                ))}
            </div>
            <div className={recordStyles.columns}>
                <div className={recordStyles.main}>
                    <Section title={t('classification.participants')}>
                        <p className={styles.note}>{t('classification.participantsHelp')}</p>
                        {rows(participantKeys)}
                    </Section>
                    <Section title={t('classification.continuity')}>{rows(continuityKeys)}</Section>
                    <DecisionPanel register={register} record={record} />
                    <FieldGroups
                        register={register}
                        record={record}
                        editor={editor}
                        mayEdit={mayEdit}
                        without={shownByForm}
                    />
                    <RecordOrigin record={record} />
                </div>
                <aside className={recordStyles.sideColumn}>
                    <SafeguardsPanel classification={record} />
                    <HistoryPanel register={register} record={record} />
                </aside>
            </div>
            {editor.conflict && <ConflictDialog register={register} conflict={editor.conflict} />}
        </article>
    );
}
