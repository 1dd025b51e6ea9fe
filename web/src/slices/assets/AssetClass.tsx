import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LevelBadge } from '../../fields/scale/LevelBadge';
import type { EntityRecord } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import { Section } from '../../kernel/components/Section';
import { usePhrase } from '../../kernel/i18n';
import type { RecordExtraProps } from '../../kernel/register/extensions';
import { useModel } from '../../kernel/register/model';
import { aspects } from '../classifications/aspects';
import styles from './assets.module.css';

/** The class that the last signed classification gave the asset, and the way to the next one. */
export function AssetClass({ record }: RecordExtraProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const model = useModel();
    const register = model.register('classifications');
    const found = useRecords(
        'classifications',
        { asset: record.id, limit: 10 },
        register !== undefined,
    );
    const draft: EntityRecord | undefined = found.data?.items.find((one) => one.state === 'draft');
    const levels = model.scale('krt')?.levels ?? [];
    const target = draft
        ? `/classifications/${draft.ref}`
        : `/classifications/new?asset=${record.id}`;
    const mayStart = register?.can.create && !record.archived_at;
    return (
        <Section
            title={t('classification.title')}
            beside={
                (draft || mayStart) && (
                    <Button
                        component={Link}
                        to={target}
                        size="xs"
                        variant="light"
                        leftSection={<IconScale size={16} aria-hidden />}
                        data-testid="classify"
                    >
                        {draft ? t('classification.resume') : t('classification.start')}
                    </Button>
                )
            }
        >
            <dl className={styles.aspects}>
                {aspects.map((aspect) => {
                    const value = record[aspect];
                    const level = levels.find((one) => one.value === value);
                    return (
                        <div key={aspect} className={styles.aspect}>
                            <dt>{t(`classification.${aspect}`)}</dt>
                            <dd>
                                {typeof value === 'number' ? (
                                    <LevelBadge
                                        value={value}
                                        prefix={t(`classification.${aspect}Short`)}
                                        label={level && phrase(level.label)}
                                    />
                                ) : (
                                    <span className={styles.notSet}>
                                        {t('classification.notSet')}
                                    </span>
                                )}
                            </dd>
                        </div>
                    );
                })}
            </dl>
        </Section>
    );
}
