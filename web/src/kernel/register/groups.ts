import type { FieldDescription, Phrase, RegisterDescription } from '../api/contract';
import { commonFields } from './model';

export interface FieldGroup {
    label: Phrase | undefined;
    fields: FieldDescription[];
}

/** The record's fields under their headings, in the register's order; ownership comes last. */
export function fieldGroups(register: RegisterDescription): FieldGroup[] {
    const shown = [...register.fields, ...commonFields(register)].filter(
        (field) => field.key !== 'title' && field.key !== 'state',
    );
    const groups = new Map<string, FieldGroup>();
    for (const field of shown) {
        const label = field.group?.sv ? field.group : undefined;
        const name = label?.sv ?? '';
        const group = groups.get(name) ?? { label, fields: [] };
        group.fields.push(field);
        groups.set(name, group);
    }
    return [...groups.values()];
}
