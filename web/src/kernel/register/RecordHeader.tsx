import { ActionIcon, Alert, Button } from '@mantine/core';
import { IconArchive, IconLock, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { PageHeader } from '../components/PageHeader';
import { StateBadge } from '../components/StateBadge';
import { usePhrase } from '../i18n';
import { RecordMenu } from './RecordMenu';
import styles from './record.module.css';
import { TitleEditor } from './TitleEditor';
import { TransitionButtons } from './TransitionButtons';
import type { RecordEditor } from './useRecordEditor';
import { useRestore } from './useArchive';

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
    const restore = useRestore(register, record);
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
                title={
                    renaming ? (
                        <TitleEditor
                            register={register}
                            record={record}
                            editor={editor}
                            onDone={() => setRenaming(false)}
                        />
                    ) : (
                        record.title
                    )
                }
                beside={
                    <>
                        {mayEdit && !renaming && (
                            <ActionIcon
                                className={styles.rename}
                                variant="subtle"
                                color="gray"
                                aria-label={t('record.editField', {
                                    field: phrase(register.title_label) || t('record.title'),
                                })}
                                onClick={() => setRenaming(true)}
                            >
                                <IconPencil size={18} aria-hidden />
                            </ActionIcon>
                        )}
                        <StateBadge register={register} state={record.state} />
                        {Boolean(record.audience) && (
                            <span className={styles.confidential}>
                                <IconLock size={15} aria-hidden />
                                {t('record.confidential')}
                            </span>
                        )}
                    </>
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
            {record.archived_at && (
                <Alert
                    variant="default"
                    mb="lg"
                    icon={<IconArchive aria-hidden />}
                    title={t('record.archived')}
                >
                    <div>{t('record.archivedHelp')}</div>
                    {register.can.archive && (
                        <Button variant="default" size="xs" mt="sm" onClick={() => void restore()}>
                            {t('record.restore')}
                        </Button>
                    )}
                </Alert>
            )}
        </>
    );
}
