import { useParams } from 'react-router';
import { NotFoundPage } from '../../kernel/layout/NotFoundPage';
import { RecordLoader } from '../../kernel/register/RecordLoader';
import { useRegister } from '../../kernel/register/useRegister';
import { FrameworkView } from './FrameworkView';

export default function FrameworkPage() {
    const register = useRegister('frameworks');
    const { id = '' } = useParams();
    if (register === undefined) {
        return <NotFoundPage />;
    }
    return (
        <RecordLoader register={register} id={id}>
            {(record) => <FrameworkView key={record.id} register={register} record={record} />}
        </RecordLoader>
    );
}
