import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asReference } from '../../fields/referenceValue';
import type { EntityRecord } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import { Section } from '../../kernel/components/Section';
import { StateBadge } from '../../kernel/components/StateBadge';
import { useModel } from '../../kernel/register/model';
import recordStyles from '../../kernel/register/record.module.css';

/** Safeguards for the classified asset: what the classification is to lead to. */
export function SafeguardsPanel({ classification }: { classification: EntityRecord }) {
    const { t } = useTranslation();
    const register = useModel().register('safeguards');
    const asset = asReference(classification['asset']);
    const found = useRecords(
        'safeguards',
        { assets: asset?.id, limit: 20 },
        register !== undefined && asset !== undefined,
    );
    if (register === undefined || asset === undefined) {
        return null;
    }
    const items = found.data?.items ?? [];
    return (
        <Section title={t('classification.safeguards')}>
            {items.length === 0 ? (
                <p className={recordStyles.note}>{t('record.noRelated')}</p>
            ) : (
                <ul className={recordStyles.relatedItems}>
                    {items.map((item) => (
                        <li key={item.id}>
                            <Link to={`/safeguards/${item.ref}`}>{item.title}</Link>
                            <StateBadge register={register} state={item.state} />
                        </li>
                    ))}
                </ul>
            )}
            {register.can.create && (
                <Button
                    component={Link}
                    to={`/safeguards/new?assets=${asset.id}`}
                    size="xs"
                    mt="sm"
                    variant="light"
                    leftSection={<IconPlus size={16} aria-hidden />}
                >
                    {t('classification.newSafeguard')}
                </Button>
            )}
        </Section>
    );
}
