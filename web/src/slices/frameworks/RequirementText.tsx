import { Alert, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../kernel/api/client';
import type { RequirementParts } from '../../kernel/api/contract';
import { useRecord } from '../../kernel/api/queries';
import { ProblemNote } from '../../kernel/errors/ProblemNote';
import { ParameterTable } from './ParameterTable';
import { PartList } from './PartList';
import { RequirementSafeguards } from './RequirementSafeguards';
import styles from './frameworks.module.css';

interface RequirementTextProps {
    id: string;
    /** On a phone the text replaces the tree, and this leads back to it. */
    onBack: () => void;
}

export function RequirementText({ id, onBack }: RequirementTextProps) {
    const { t } = useTranslation();
    const requirement = useRecord('requirements', id);
    const details = useQuery({
        queryKey: ['parts', id],
        staleTime: 5 * 60_000,
        queryFn: ({ signal }) =>
            api.get<RequirementParts>(`/requirements/${encodeURIComponent(id)}/parts`, { signal }),
    });
    if (requirement.isError) {
        return <ProblemNote error={requirement.error} />;
    }
    const record = requirement.data;
    if (record === undefined || details.isPending) {
        return <Skeleton height={220} radius="lg" />;
    }
    const parts = details.data?.parts ?? [];
    const statement = typeof record['statement'] === 'string' ? record['statement'] : '';
    const guidance = typeof record['guidance'] === 'string' ? record['guidance'] : '';
    const withoutParts = parts.length === 0;
    return (
        <section className={styles.text}>
            <Button
                className={styles.back}
                variant="subtle"
                size="compact-sm"
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={onBack}
            >
                {t('framework.tree')}
            </Button>
            <div className={styles.textNumber}>{String(record['number'] ?? record.ref)}</div>
            <h2 className={styles.textTitle} data-withdrawn={record['withdrawn'] || undefined}>
                {record.title}
            </h2>
            {record['withdrawn'] === true && (
                <Alert
                    variant="default"
                    icon={<IconBan aria-hidden />}
                    title={t('framework.withdrawn')}
                >
                    {t('framework.withdrawnHelp')}
                </Alert>
            )}
            {withoutParts && statement !== '' && (
                <>
                    <h3>{t('framework.statement')}</h3>
                    <p className={styles.prose}>{statement}</p>
                </>
            )}
            {withoutParts && guidance !== '' && (
                <>
                    <h3>{t('framework.guidance')}</h3>
                    <p className={styles.prose}>{guidance}</p>
                </>
            )}
            {withoutParts && statement === '' && guidance === '' && (
                <p className={styles.choose}>
                    {record['kind'] === 'group' ? t('framework.groupOnly') : t('framework.noText')}
                </p>
            )}
            <PartList parts={parts} />
            <ParameterTable parameters={details.data?.parameters ?? []} />
            {record['withdrawn'] !== true && record['kind'] !== 'group' && (
                <RequirementSafeguards requirement={record} />
            )}
        </section>
    );
}
