import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { PageHeader } from '../components/PageHeader';
import { usePhrase } from '../i18n';
import { ArchivedNote } from './ArchivedNote';
import { RecordBadges } from './RecordBadges';
import { RecordMenu } from './RecordMenu';
import { TitleEditor } from './TitleEditor';
import { TransitionButtons } from './TransitionButtons';
import type { RecordEditor } from './useRecordEditor';

interface RecordHeaderProps {
    register: RegisterDescription;
    record: EntityRecord;
    editor: RecordEditor;
    mayEdit: boolean;
    /** Without the general next steps, where a special page has its own. */
    withoutTransitions?: boolean;
}

export function RecordHeader(props: RecordHeaderProps) {
    const { register, record, editor, mayEdit } = props;
    const { t } = useTranslation();
    const phrase = usePhrase();
    const [renaming, setRenaming] = useState(false);
    const stopRenaming = () => setRenaming(false);
    const title = renaming ? (
        <TitleEditor register={register} record={record} editor={editor} onDone={stopRenaming} />
    ) : (
        record.title
    );
    const titleLabel = phrase(register.title_label) || t('record.title');
    return (
        <>
            <PageHeader
                above={
                    <>
                        <Link to={`/${register.path}`}>{phrase(register.label_plural)}</Link>
                        <span aria-hidden="true">/</span>
                        <span>{record.ref}</span>
                    </>
                }
                title={title}
                beside={
                    <RecordBadges
                        register={register}
                        record={record}
                        renameLabel={
                            mayEdit && !renaming
                                ? t('record.editField', { field: titleLabel })
                                : undefined
                        }
                        onRename={() => setRenaming(true)}
                    />
                }
                actions={
                    <>
                        {!props.withoutTransitions && (
                            <TransitionButtons register={register} record={record} />
                        )}
                        <RecordMenu register={register} record={record} />
                    </>
                }
            />
            {record.archived_at && <ArchivedNote register={register} record={record} />}
        </>
    );
}
