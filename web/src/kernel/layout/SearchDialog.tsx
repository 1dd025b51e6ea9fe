import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchPanel } from './SearchPanel';

interface SearchDialogProps {
    opened: boolean;
    onClose: () => void;
}

export function SearchDialog({ opened, onClose }: SearchDialogProps) {
    const { t } = useTranslation();
    return (
        <Modal.Root opened={opened} onClose={onClose} size={580}>
            <Modal.Overlay />
            <Modal.Content aria-label={t('app.searchHelp')}>
                <Modal.Body p={0}>
                    <SearchPanel onDone={onClose} />
                </Modal.Body>
            </Modal.Content>
        </Modal.Root>
    );
}
