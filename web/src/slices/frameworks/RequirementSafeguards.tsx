import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntityRecord } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import { StateBadge } from '../../kernel/components/StateBadge';
import { useModel } from '../../kernel/register/model';
import recordStyles from '../../kernel/register/record.module.css';
import styles from './frameworks.module.css';

export function RequirementSafeguards({ requirement }: { requirement: EntityRecord }) {
    const { t } = useTranslation();
    const register = useModel().register('safeguards');
    const found = useRecords(
        'safeguards',
        { requirements: requirement.id, limit: 50 },
        register !== undefined,
    );
    if (register === undefined) {
        return null;
    }
    const items = found.data?.items ?? [];
    return (
        <div>
            <h3>{t('framework.safeguards')}</h3>
            {items.length === 0 ? (
                <p className={styles.note}>{t('framework.noSafeguards')}</p>
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
                    to={`/safeguards/new?requirements=${requirement.id}`}
                    size="xs"
                    mt="sm"
                    variant="light"
                    leftSection={<IconPlus size={16} aria-hidden />}
                >
                    {t('classification.newSafeguard')}
                </Button>
            )}
        </div>
    );
}
