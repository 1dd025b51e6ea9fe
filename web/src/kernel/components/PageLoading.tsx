import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './components.module.css';

/** Keeps the shape of a page while it loads, so that nothing jumps. */
export function PageLoading() {
    const { t } = useTranslation();
    return (
        <div
            className={styles.loading}
            aria-busy="true"
            aria-label={t('app.loading')}
            role="status"
        >
            <Skeleton height={28} width="38%" radius="md" />
            <Skeleton height={14} width="62%" radius="md" />
            <Skeleton height={280} radius="lg" mt={16} />
        </div>
    );
}
