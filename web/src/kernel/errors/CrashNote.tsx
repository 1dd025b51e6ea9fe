import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';

export function CrashNote({ onRetry }: { onRetry: () => void }) {
    const { t } = useTranslation();
    return (
        <EmptyState isPage title={t('problem.crash')} text={t('problem.crashHelp')}>
            <Button onClick={onRetry}>{t('problem.again')}</Button>
        </EmptyState>
    );
}
