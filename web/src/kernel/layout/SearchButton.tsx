import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';

export function SearchButton({ onClick }: { onClick: () => void }) {
    const { t } = useTranslation();
    return (
        <UnstyledButton
            className={styles.searchButton}
            onClick={onClick}
            aria-label={t('app.search')}
            title="Ctrl K"
        >
            <IconSearch size={20} stroke={1.7} aria-hidden />
        </UnstyledButton>
    );
}
