import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';
import { SearchPanel } from './SearchPanel';

/** Opened by its button or by Ctrl/Cmd-K. */
export function SearchDialog({ compact }: { compact?: boolean }) {
    const { t } = useTranslation();
    const [opened, dialog] = useDisclosure(false);
    // The button stands in the rail and in the phone's bar; only one of them answers to the keys.
    useHotkeys(compact ? [] : [['mod+K', dialog.open]], []);
    return (
        <>
            <UnstyledButton
                className={styles.searchButton}
                onClick={dialog.open}
                aria-label={t('app.search')}
                title="Ctrl K"
            >
                <IconSearch size={20} stroke={1.7} aria-hidden />
            </UnstyledButton>
            <Modal
                opened={opened}
                onClose={dialog.close}
                withCloseButton={false}
                centered={false}
                size={580}
                padding={0}
                aria-label={t('app.searchHelp')}
            >
                <SearchPanel onDone={dialog.close} />
            </Modal>
        </>
    );
}
