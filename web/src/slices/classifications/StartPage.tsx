import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../../kernel/components/PageHeader';
import { PageLoading } from '../../kernel/components/PageLoading';
import { usePhrase } from '../../kernel/i18n';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { useGivenReferences } from '../../kernel/register/useGivenReferences';
import { useRegister } from '../../kernel/register/useRegister';
import recordStyles from '../../kernel/register/record.module.css';
import { StartForm } from './StartForm';

/** Asks only which asset; everything else is filled in together on the form itself. */
export default function StartPage() {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const navigate = useNavigate();
    const register = useRegister('classifications');
    const [parameters] = useSearchParams();
    const field = register?.fields.find((one) => one.key === 'asset');
    const id = parameters.get('asset');
    const given = useMemo(() => (field && id ? [{ field, id }] : []), [field, id]);
    const { values, loading } = useGivenReferences(given);
    if (!register?.can.create || field === undefined) {
        return <NotFoundPage />;
    }
    return (
        <div className={recordStyles.narrow}>
            <PageHeader
                above={<Link to="/classifications">{phrase(register.label_plural)}</Link>}
                title={t('record.newRecord', { register: phrase(register.label).toLowerCase() })}
                text={phrase(register.help)}
            />
            {loading ? (
                <PageLoading />
            ) : (
                <StartForm
                    field={field}
                    asset={values['asset'] ?? null}
                    onStarted={(record) =>
                        void navigate(`/classifications/${record.ref}`, { replace: true })
                    }
                />
            )}
        </div>
    );
}
