import { useParams } from 'react-router';
import { NotFoundPage } from '../layout/NotFoundPage';
import { RecordLoader } from './RecordLoader';
import { RecordView } from './RecordView';
import { useRegister } from './useRegister';

export default function RecordPage() {
    const register = useRegister();
    const { id = '' } = useParams();
    if (register === undefined) {
        return <NotFoundPage />;
    }
    return (
        <RecordLoader register={register} id={id}>
            {(record) => <RecordView key={record.id} register={register} record={record} />}
        </RecordLoader>
    );
}
