import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemText, requestId } from './problemText';

interface ProblemNoteProps {
    error: unknown;
    onRetry?: () => void;
    /** The names of the fields that the answer may speak of. */
    labelOf?: (field: string) => string | undefined;
}

export function ProblemNote({ error, onRetry, labelOf }: ProblemNoteProps) {
    const { t } = useTranslation();
    const id = requestId(error);
    return (
        <Alert
            role="alert"
            variant="default"
            icon={<IconAlertTriangle color="var(--sg-bad-text)" aria-hidden />}
            title={t('problem.title')}
        >
            <div>{problemText(error, t, labelOf)}</div>
            {id && (
                <div>
                    {t('problem.requestId')}: <code>{id}</code>
                </div>
            )}
            {onRetry && (
                <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
                    {t('problem.again')}
                </Button>
            )}
        </Alert>
    );
}
