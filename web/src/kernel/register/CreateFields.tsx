import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { ProblemNote } from '../errors/ProblemNote';
import { FormFields } from './FormFields';
import styles from './record.module.css';
import { useCreate } from './useCreate';
import { useDraft } from './useDraft';
import { useLabelOf } from './useLabelOf';

interface CreateFieldsProps {
    register: RegisterDescription;
    fields: FieldDescription[];
    /** What the address gives; it counts until the person has touched the form. */
    given: Record<string, unknown>;
    onCreated: (record: EntityRecord) => void;
}

export function CreateFields({ register, fields, given, onCreated }: CreateFieldsProps) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const labelOf = useLabelOf(register);
    const draft = useDraft<Record<string, unknown>>(`${register.path}.new`, {});
    const values = { ...given, ...draft.value };
    const creation = useCreate({
        register,
        fields,
        values,
        onCreated: (record) => {
            draft.drop();
            onCreated(record);
        },
    });
    const giveUp = () => {
        draft.drop();
        void navigate(-1);
    };
    return (
        <form className={styles.sheet} onSubmit={(event) => void creation.submit(event)} noValidate>
            {draft.wasRestored && <p className={styles.note}>{t('record.draftKept')}</p>}
            <FormFields
                fields={fields}
                values={values}
                onChange={(key, value) => draft.change({ ...draft.value, [key]: value })}
                isRequired={(field) => Boolean(field.required)}
                isMissing={creation.isMissing}
                failure={creation.failure}
            />
            {creation.failure !== undefined && (
                <ProblemNote error={creation.failure} labelOf={labelOf} />
            )}
            <div className={styles.dialogButtons}>
                <Button variant="default" onClick={giveUp}>
                    {t('app.cancel')}
                </Button>
                <Button type="submit" loading={creation.saving} data-testid="create-submit">
                    {t('app.create')}
                </Button>
            </div>
        </form>
    );
}
