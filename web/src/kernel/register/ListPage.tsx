import { useRegister } from './useRegister';
import { NotFoundPage } from '../layout/NotFoundPage';
import { RegisterList } from './RegisterList';

export default function ListPage() {
    const register = useRegister();
    return register ? <RegisterList key={register.path} register={register} /> : <NotFoundPage />;
}
