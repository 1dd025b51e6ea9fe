import { type FormEvent, useState } from 'react';
import { isEmpty } from '../../fields';
import { api } from '../api/client';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { wireValue } from './merge';

interface Creation {
    register: RegisterDescription;
    fields: FieldDescription[];
    values: Record<string, unknown>;
    onCreated: (record: EntityRecord) => void;
}

function focusField(form: HTMLFormElement, key: string): void {
    const place = `[data-field="${key}"]`;
    form.querySelector<HTMLElement>(`${place} input, ${place} textarea`)?.focus();
}

/** Sends what is filled in once, and says which fields are still missing. */
export function useCreate({ register, fields, values, onCreated }: Creation) {
    const [failure, setFailure] = useState<unknown>();
    const [attempted, setAttempted] = useState(false);
    const [saving, setSaving] = useState(false);
    const isMissing = (field: FieldDescription) =>
        Boolean(field.required) && isEmpty(values[field.key]);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        setAttempted(true);
        const first = fields.find(isMissing);
        if (first) {
            focusField(event.currentTarget, first.key);
            return;
        }
        setSaving(true);
        setFailure(undefined);
        try {
            const filled = fields.filter((field) => !isEmpty(values[field.key]));
            const body = Object.fromEntries(
                filled.map((field) => [field.key, wireValue(field, values[field.key])]),
            );
            const record = await api.post<EntityRecord>(`/${register.path}`, { body });
            await refreshAfterWrite(register.path, record);
            onCreated(record);
        } catch (error) {
            setFailure(error);
            setSaving(false);
        }
    };
    return {
        submit,
        saving,
        failure,
        isMissing: (field: FieldDescription) => attempted && isMissing(field),
    };
}
