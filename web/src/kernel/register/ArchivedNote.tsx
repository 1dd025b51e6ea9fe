import { Alert, Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { useRestore } from './useArchive';

interface ArchivedNoteProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function ArchivedNote({ register, record }: ArchivedNoteProps) {
    const { t } = useTranslation();
    const restore = useRestore(register, record);
    return (
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
    );
}
