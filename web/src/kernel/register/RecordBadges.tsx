import { ActionIcon } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { StateBadge } from '../components/StateBadge';
import styles from './record.module.css';

interface RecordBadgesProps {
    register: RegisterDescription;
    record: EntityRecord;
    renameLabel: string | undefined;
    onRename: () => void;
}

export function RecordBadges({ register, record, renameLabel, onRename }: RecordBadgesProps) {
    const { t } = useTranslation();
    return (
        <>
            {renameLabel && (
                <ActionIcon
                    className={styles.rename}
                    variant="subtle"
                    color="gray"
                    aria-label={renameLabel}
                    onClick={onRename}
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
    );
}
