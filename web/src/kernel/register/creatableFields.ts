import type { FieldDescription, RegisterDescription } from '../api/contract';
import { commonFields } from './model';

/**
 * What a new record asks for. Fields that only a step fills in (a decision, a signature) come with
 * that step and not here.
 */
export function creatableFields(register: RegisterDescription): FieldDescription[] {
    const laterKeys = new Set(register.transitions.flatMap((step) => step.fields ?? []));
    const common = commonFields(register).filter((field) => field.key !== 'state');
    const title = common.filter((field) => field.key === 'title');
    const others = common.filter((field) => field.key !== 'title');
    const own = register.fields.filter(
        (field) => field.writable !== false && (field.required || !laterKeys.has(field.key)),
    );
    return [...title, ...own, ...others];
}
