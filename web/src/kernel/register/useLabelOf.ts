import type { RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { useModel } from './model';

/** The label of a field by its key, for answers that name fields. */
export function useLabelOf(register: RegisterDescription): (key: string) => string | undefined {
    const phrase = usePhrase();
    const model = useModel();
    return (key) => {
        const field = model.field(register, key);
        return field && phrase(field.label);
    };
}
