import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconDots, IconHistory, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { announce } from '../components/announce';
import { mayReadLedger } from '../layout/areas';
import { useSession } from '../session/SessionContext';
import styles from './record.module.css';
import { useArchive } from './useArchive';

interface RecordMenuProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function RecordMenu({ register, record }: RecordMenuProps) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const session = useSession();
    const [asking, question] = useDisclosure(false);
    const archive = useArchive(register, record);
    const copyLink = async () => {
        const link = `${window.location.origin}/${register.path}/${record.ref}`;
        await navigator.clipboard.writeText(link);
        announce(t('record.copied'));
    };
    const mayArchive = register.can.archive && !record.archived_at;
    return (
        <>
            <Menu position="bottom-end" width={230}>
                <Menu.Target>
                    <ActionIcon variant="default" size={36} aria-label={t('record.moreActions')}>
                        <IconDots size={18} aria-hidden />
                    </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                    <Menu.Item
                        leftSection={<IconLink size={16} aria-hidden />}
                        onClick={() => void copyLink()}
                    >
                        {t('record.copyLink')}
                    </Menu.Item>
                    {mayReadLedger(session) && (
                        <Menu.Item
                            leftSection={<IconHistory size={16} aria-hidden />}
                            onClick={() => void navigate(`/log?record=${record.id}`)}
                        >
                            {t('record.showInLog')}
                        </Menu.Item>
                    )}
                    {mayArchive && (
                        <Menu.Item
                            leftSection={<IconArchive size={16} aria-hidden />}
                            onClick={question.open}
                        >
                            {t('record.archive')}
                        </Menu.Item>
                    )}
                </Menu.Dropdown>
            </Menu>
            <Modal
                opened={asking}
                onClose={question.close}
                title={t('record.archiveAsk', { ref: record.ref })}
                closeButtonProps={{ 'aria-label': t('app.close') }}
            >
                <p className={styles.dialogText}>{t('record.archiveHelp')}</p>
                <div className={styles.dialogButtons}>
                    <Button variant="default" onClick={question.close}>
                        {t('app.cancel')}
                    </Button>
                    <Button
                        onClick={() => {
                            question.close();
                            void archive();
                        }}
                    >
                        {t('record.archive')}
                    </Button>
                </div>
            </Modal>
        </>
    );
}
