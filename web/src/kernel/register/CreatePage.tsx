import { NotFoundPage } from '../layout/NotFoundPage';
import { CreateForm } from './CreateForm';
import { useRegister } from './useRegister';

export default function CreatePage() {
    const register = useRegister();
    return register?.can.create ? (
        <CreateForm key={register.path} register={register} />
    ) : (
        <NotFoundPage />
    );
}
