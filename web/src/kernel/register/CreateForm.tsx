import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RegisterDescription } from '../api/contract';
import { PageHeader } from '../components/PageHeader';
import { PageLoading } from '../components/PageLoading';
import { usePhrase } from '../i18n';
import { CreateFields } from './CreateFields';
import { creatableFields } from './creatableFields';
import styles from './record.module.css';
import { useGivenReferences } from './useGivenReferences';

const referenceKinds = new Set(['reference', 'references', 'person', 'people']);

export function CreateForm({ register }: { register: RegisterDescription }) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const navigate = useNavigate();
    const [parameters] = useSearchParams();
    const fields = useMemo(() => creatableFields(register), [register]);
    const given = useMemo(
        () =>
            fields.flatMap((field) => {
                const id = parameters.get(field.key);
                return id && referenceKinds.has(field.kind) ? [{ field, id }] : [];
            }),
        [fields, parameters],
    );
    const { values, loading } = useGivenReferences(given);
    const name = phrase(register.label).toLowerCase();
    return (
        <div className={styles.narrow}>
            <PageHeader
                above={<Link to={`/${register.path}`}>{phrase(register.label_plural)}</Link>}
                title={t('record.newRecord', { register: name })}
                text={phrase(register.help)}
            />
            {loading ? (
                <PageLoading />
            ) : (
                <CreateFields
                    register={register}
                    fields={fields}
                    given={values}
                    onCreated={(record) =>
                        void navigate(`/${register.path}/${record.ref}`, { replace: true })
                    }
                />
            )}
        </div>
    );
}
