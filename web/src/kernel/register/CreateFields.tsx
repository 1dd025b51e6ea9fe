import { Button } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fieldModule, isEmpty } from '../../fields';
import { ApiError, api } from '../api/client';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { ProblemNote } from '../errors/ProblemNote';
import { usePhrase } from '../i18n';
import { wireValue } from './merge';
import styles from './record.module.css';
import { useDraft } from './useDraft';

interface CreateFieldsProps {
    register: RegisterDescription;
    fields: FieldDescription[];
    given: Record<string, unknown>;
    onCreated: (record: EntityRecord) => void;
    submitLabel?: string;
}

export function CreateFields(props: CreateFieldsProps) {
    const { register, fields, given, onCreated } = props;
    const { t } = useTranslation();
    const phrase = usePhrase();
    const navigate = useNavigate();
    const draft = useDraft<Record<string, unknown>>(`${register.path}.new`, given);
    const [failure, setFailure] = useState<unknown>();
    const [attempted, setAttempted] = useState(false);
    const [saving, setSaving] = useState(false);
    const values = { ...draft.value, ...withoutTouched(given, draft.value) };
    const missing = (field: FieldDescription) => field.required && isEmpty(values[field.key]);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        setAttempted(true);
        const form = event.currentTarget;
        if (fields.some(missing)) {
            const first = fields.find(missing);
            form.querySelector<HTMLElement>(
                `[data-field="${first?.key}"] input, [data-field="${first?.key}"] textarea`,
            )?.focus();
            return;
        }
        setSaving(true);
        setFailure(undefined);
        try {
            const filled = fields.filter((field) => !isEmpty(values[field.key]));
            const record = await api.post<EntityRecord>(`/${register.path}`, {
                body: Object.fromEntries(
                    filled.map((field) => [field.key, wireValue(field, values[field.key])]),
                ),
            });
            draft.drop();
            await refreshAfterWrite(register.path, record);
            onCreated(record);
        } catch (error) {
            setFailure(error);
            setSaving(false);
        }
    };
    const errorOf = (field: FieldDescription): string | undefined => {
        const own = failure instanceof ApiError ? failure.fieldMessage(field.key) : undefined;
        const empty = attempted && missing(field);
        return own ?? (empty ? t('input.requiredMissing', { field: phrase(field.label) }) : undefined);
    };

    return (
        <form className={styles.sheet} onSubmit={(event) => void submit(event)} noValidate>
            {draft.wasRestored && <p className={styles.note}>{t('record.draftKept')}</p>}
            {fields.map((field, index) => {
                const { Input } = fieldModule(field);
                return (
                    <div key={field.key} data-field={field.key}>
                        <Suspense fallback={null}>
                            <Input
                                field={field}
                                value={values[field.key] ?? null}
                                onChange={(value) => draft.change({ ...values, [field.key]: value })}
                                label={phrase(field.label)}
                                description={phrase(field.help) || undefined}
                                required={field.required}
                                autoFocus={index === 0}
                                error={errorOf(field)}
                            />
                        </Suspense>
                    </div>
                );
            })}
            {failure !== undefined && <ProblemNote error={failure} />}
            <div className={styles.dialogButtons}>
                <Button
                    variant="default"
                    onClick={() => {
                        draft.drop();
                        void navigate(-1);
                    }}
                >
                    {t('app.cancel')}
                </Button>
                <Button type="submit" loading={saving} data-testid="create-submit">
                    {props.submitLabel ?? t('app.create')}
                </Button>
            </div>
        </form>
    );
}

/** What the address gives counts until the person has touched the field. */
function withoutTouched(
    given: Record<string, unknown>,
    touched: Record<string, unknown>,
): Record<string, unknown> {
    return Object.fromEntries(Object.entries(given).filter(([key]) => !(key in touched)));
}
