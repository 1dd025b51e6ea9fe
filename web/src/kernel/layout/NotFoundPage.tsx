import { Button } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';

export function NotFoundPage() {
    const { t } = useTranslation();
    return (
        <EmptyState
            isPage
            icon={<IconMap2 aria-hidden />}
            title={t('app.unknownPage')}
            text={t('app.unknownPageHelp')}
        >
            <Button component={Link} to="/" variant="default">
                {t('app.toMyPage')}
            </Button>
        </EmptyState>
    );
}
