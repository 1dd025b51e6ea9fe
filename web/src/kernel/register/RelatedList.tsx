import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { useRecords } from '../api/queries';
import { StateBadge } from '../components/StateBadge';
import { usePhrase } from '../i18n';
import styles from './record.module.css';

interface RelatedListProps {
    register: RegisterDescription;
    field: FieldDescription;
    record: EntityRecord;
    /** Say by which field the records point here. */
    withField: boolean;
}

const shownAtMost = 5;

export function RelatedList({ register, field, record, withField }: RelatedListProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const found = useRecords(register.path, {
        [field.key]: record.id,
        limit: shownAtMost,
        count: 'exact',
    });
    const items = found.data?.items ?? [];
    const total = found.data?.total ?? items.length;
    const name = phrase(register.label_plural);
    const create = t('list.create', { register: phrase(register.label).toLowerCase() });
    const mayCreate = register.can.create && field.writable !== false;
    if (items.length === 0 && !mayCreate) {
        return null;
    }
    return (
        <div>
            <div className={styles.relatedHead}>
                <h3>
                    {name}
                    {withField && (
                        <span className={styles.relatedBy}>
                            {phrase(field.label).toLowerCase()}
                        </span>
                    )}
                </h3>
                {mayCreate && (
                    <ActionIcon
                        component={Link}
                        to={`/${register.path}/new?${field.key}=${record.id}`}
                        variant="subtle"
                        color="gray"
                        aria-label={create}
                        title={create}
                    >
                        <IconPlus size={17} aria-hidden />
                    </ActionIcon>
                )}
            </div>
            {items.length === 0 ? (
                <p className={styles.note}>{t('record.noRelated')}</p>
            ) : (
                <ul className={styles.relatedItems}>
                    {items.map((item) => (
                        <li key={item.id}>
                            <Link to={`/${register.path}/${item.ref}`}>{item.title}</Link>
                            <StateBadge register={register} state={item.state} />
                        </li>
                    ))}
                </ul>
            )}
            {total > shownAtMost && (
                <Link className={styles.allLink} to={`/${register.path}?${field.key}=${record.id}`}>
                    {t('app.all')} ({total})
                </Link>
            )}
        </div>
    );
}
