import { Navigate, useParams } from 'react-router';
import { asReference } from '../../fields/referenceValue';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { RecordLoader } from '../../kernel/register/RecordLoader';
import { useRegister } from '../../kernel/register/useRegister';

/** A requirement is read within its framework. */
export default function RequirementRedirect() {
    const register = useRegister('requirements');
    const { id = '' } = useParams();
    if (register === undefined) {
        return <NotFoundPage />;
    }
    return (
        <RecordLoader register={register} id={id}>
            {(record) => {
                const framework = asReference(record['framework']);
                return framework ? (
                    <Navigate
                        replace
                        to={`/frameworks/${framework.ref}?requirement=${record.ref}`}
                    />
                ) : (
                    <NotFoundPage />
                );
            }}
        </RecordLoader>
    );
}
