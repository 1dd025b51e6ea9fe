import { Button } from '@mantine/core';
import { IconFilterOff, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterDescription } from '../api/contract';
import { EmptyState } from '../components/EmptyState';
import { usePhrase } from '../i18n';

interface ListEmptyProps {
    register: RegisterDescription;
    isNarrowed: boolean;
}

export function ListEmpty({ register, isNarrowed }: ListEmptyProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    if (isNarrowed) {
        return (
            <EmptyState
                icon={<IconFilterOff aria-hidden />}
                title={t('list.noMatches')}
                text={t('list.noMatchesHelp')}
            />
        );
    }
    return (
        <EmptyState
            icon={<IconFolderOpen aria-hidden />}
            title={t('list.empty')}
            text={phrase(register.help)}
        >
            {register.can.create && (
                <Button component={Link} to={`/${register.path}/new`}>
                    {t('list.createFirst')}
                </Button>
            )}
        </EmptyState>
    );
}
