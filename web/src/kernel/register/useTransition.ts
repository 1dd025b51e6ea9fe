import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../fields';
import { ApiError, api } from '../api/client';
import type {
    EntityRecord,
    FieldDescription,
    RegisterDescription,
    TransitionDescription,
} from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { announce } from '../components/announce';
import { usePhrase } from '../i18n';
import { sign } from '../session/session';
import { wireValue } from './merge';
import { useModel } from './model';
import { useDraft } from './useDraft';

export interface TransitionProps {
    register: RegisterDescription;
    record: EntityRecord;
    transition: TransitionDescription;
    onClose: () => void;
}

/** The password was refused, and nothing else was attempted. */
export class WrongPassword extends Error {}

async function signature(password: string): Promise<string> {
    try {
        return await sign(password);
    } catch (error) {
        if (error instanceof ApiError && [401, 403, 422].includes(error.status)) {
            throw new WrongPassword();
        }
        throw error;
    }
}

async function keepUpWith(path: string, error: unknown): Promise<void> {
    if (error instanceof ApiError && error.status === 412) {
        // What is filled in stays; the next attempt is made against the current record.
        await refreshAfterWrite(path, error.problem['current'] as EntityRecord | undefined);
    }
}

export function useTransition({ register, record, transition, onClose }: TransitionProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const model = useModel();
    const fields = (transition.fields ?? [])
        .map((key) => model.field(register, key))
        .filter((field) => field !== undefined);
    const draft = useDraft<Record<string, unknown>>(
        `${record.id}.transition.${transition.name}`,
        Object.fromEntries(fields.map((field) => [field.key, record[field.key] ?? null])),
    );
    const [password, setPassword] = useState('');
    const [working, setWorking] = useState(false);
    const [failure, setFailure] = useState<unknown>();
    const [attempted, setAttempted] = useState(false);
    const isRequired = ({ key }: FieldDescription) => Boolean(transition.required?.includes(key));
    const isMissing = (field: FieldDescription) =>
        isRequired(field) && isEmpty(draft.value[field.key]);

    const carryOut = async () => {
        const body: Record<string, unknown> = Object.fromEntries(
            fields.map((field) => [field.key, wireValue(field, draft.value[field.key])]),
        );
        if (transition.signature) {
            body['signature'] = await signature(password);
        }
        const path = `/${register.path}/${record.id}/transitions/${transition.name}`;
        const result = await api.post<EntityRecord>(path, { body, version: record.version });
        draft.drop();
        await refreshAfterWrite(register.path, result);
        announce(t('transition.done', { transition: phrase(transition.label) }));
        onClose();
    };
    const submit = async (event: FormEvent) => {
        event.preventDefault();
        setAttempted(true);
        if (fields.some(isMissing)) {
            return;
        }
        setWorking(true);
        setFailure(undefined);
        try {
            await carryOut();
        } catch (error) {
            await keepUpWith(register.path, error);
            setFailure(error);
            setWorking(false);
        }
    };
    return {
        fields,
        values: draft.value,
        change: (key: string, value: unknown) => draft.change({ ...draft.value, [key]: value }),
        drop: draft.drop,
        password,
        setPassword,
        working,
        failure,
        isRequired,
        isMissing: (field: FieldDescription) => attempted && isMissing(field),
        submit,
    };
}
