import { useParams } from 'react-router';
import type { RegisterDescription } from '../api/contract';
import { useModel } from './model';

export function useRegister(path?: string): RegisterDescription | undefined {
    const parameters = useParams();
    const found = useModel().register(path ?? parameters['register']);
    return found?.can.read ? found : undefined;
}
