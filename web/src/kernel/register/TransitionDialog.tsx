import { Button, Modal, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSignature } from '@tabler/icons-react';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule, isEmpty } from '../../fields';
import { ApiError, api } from '../api/client';
import type {
    EntityRecord,
    RegisterDescription,
    TransitionDescription,
} from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { ProblemNote } from '../errors/ProblemNote';
import { usePhrase } from '../i18n';
import { sign } from '../session/session';
import { useSession } from '../session/SessionContext';
import { wireValue } from './merge';
import { useModel } from './model';
import styles from './record.module.css';
import { useDraft } from './useDraft';

interface TransitionDialogProps {
    register: RegisterDescription;
    record: EntityRecord;
    transition: TransitionDescription;
    onClose: () => void;
}

class WrongPassword extends Error {}

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

export function TransitionDialog({ register, record, transition, onClose }: TransitionDialogProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const model = useModel();
    const session = useSession();
    const fields = (transition.fields ?? [])
        .map((key) => model.field(register, key))
        .filter((field) => field !== undefined);
    const required = new Set(transition.required ?? []);
    const draft = useDraft<Record<string, unknown>>(
        `${record.id}.transition.${transition.name}`,
        Object.fromEntries(fields.map((field) => [field.key, record[field.key] ?? null])),
    );
    const [password, setPassword] = useState('');
    const [working, setWorking] = useState(false);
    const [failure, setFailure] = useState<unknown>();
    const [attempted, setAttempted] = useState(false);
    const label = phrase(transition.label);

    const missing = (key: string) => required.has(key) && isEmpty(draft.value[key]);
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
        notifications.show({ message: t('transition.done', { transition: label }) });
        onClose();
    };
    const submit = async (event: FormEvent) => {
        event.preventDefault();
        setAttempted(true);
        if (fields.some((field) => missing(field.key))) {
            return;
        }
        setWorking(true);
        setFailure(undefined);
        try {
            await carryOut();
        } catch (error) {
            if (error instanceof ApiError && error.status === 412) {
                // What is filled in stays; the next attempt is made against the current record.
                const current = error.problem['current'] as EntityRecord | undefined;
                await refreshAfterWrite(register.path, current);
            }
            setFailure(error);
            setWorking(false);
        }
    };
    const close = () => {
        draft.drop();
        onClose();
    };
    const wrongPassword = failure instanceof WrongPassword;

    return (
        <Modal
            opened
            onClose={close}
            title={`${label}: ${record.title}`}
            size={560}
            closeButtonProps={{ 'aria-label': t('app.close') }}
        >
            <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
                {fields.map((field, index) => {
                    const { Input } = fieldModule(field);
                    const fieldLabel = phrase(field.label);
                    const own =
                        failure instanceof ApiError ? failure.fieldMessage(field.key) : undefined;
                    const empty = attempted && missing(field.key);
                    return (
                        <Suspense key={field.key} fallback={null}>
                            <Input
                                field={field}
                                value={draft.value[field.key]}
                                onChange={(value) =>
                                    draft.change({ ...draft.value, [field.key]: value })
                                }
                                label={fieldLabel}
                                description={phrase(field.help) || undefined}
                                required={required.has(field.key)}
                                autoFocus={index === 0}
                                error={
                                    own ??
                                    (empty
                                        ? t('input.requiredMissing', { field: fieldLabel })
                                        : undefined)
                                }
                            />
                        </Suspense>
                    );
                })}
                {transition.signature && (
                    <div className={styles.signing}>
                        <p className={styles.dialogText}>
                            {t('transition.signHelp', { name: session.person.title })}
                        </p>
                        <PasswordInput
                            label={t('transition.password')}
                            autoComplete="current-password"
                            data-testid="signature-password"
                            required
                            withAsterisk={false}
                            value={password}
                            error={wrongPassword ? t('transition.wrongPassword') : undefined}
                            visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
                            onChange={(event) => setPassword(event.currentTarget.value)}
                        />
                    </div>
                )}
                {failure !== undefined && !wrongPassword && <ProblemNote error={failure} />}
                <div className={styles.dialogButtons}>
                    <Button variant="default" onClick={close}>
                        {t('app.cancel')}
                    </Button>
                    <Button
                        type="submit"
                        loading={working}
                        disabled={transition.signature && password === ''}
                        leftSection={transition.signature && <IconSignature size={17} aria-hidden />}
                        data-testid="transition-confirm"
                    >
                        {transition.signature ? t('transition.sign') : t('transition.confirm')}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
