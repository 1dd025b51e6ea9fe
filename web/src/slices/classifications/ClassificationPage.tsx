import { useParams } from 'react-router';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { RecordLoader } from '../../kernel/register/RecordLoader';
import { useRegister } from '../../kernel/register/useRegister';
import { ClassificationForm } from './ClassificationForm';

export default function ClassificationPage() {
    const register = useRegister('classifications');
    const { id = '' } = useParams();
    if (register === undefined) {
        return <NotFoundPage />;
    }
    return (
        <RecordLoader register={register} id={id}>
            {(record) => <ClassificationForm key={record.id} register={register} record={record} />}
        </RecordLoader>
    );
}
