import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import { asReference } from '../../fields/referenceValue';
import { api } from '../../kernel/api/client';
import type { EntityRecord, FieldDescription } from '../../kernel/api/contract';
import { refreshAfterWrite } from '../../kernel/api/queries';
import { ProblemNote } from '../../kernel/errors/ProblemNote';
import recordStyles from '../../kernel/register/record.module.css';

interface StartFormProps {
    field: FieldDescription;
    asset: unknown;
    onStarted: (record: EntityRecord) => void;
}

export function StartForm({ field, asset: given, onStarted }: StartFormProps) {
    const { t } = useTranslation();
    const [asset, setAsset] = useState(given);
    const [working, setWorking] = useState(false);
    const [failure, setFailure] = useState<unknown>();
    const { Input } = fieldModule(field);
    const chosen = asReference(asset);
    const start = async (event: FormEvent) => {
        event.preventDefault();
        if (chosen === undefined) {
            return;
        }
        setWorking(true);
        setFailure(undefined);
        try {
            const record = await api.post<EntityRecord>('/classifications', {
                body: {
                    title: t('classification.titleFor', { asset: chosen.title }),
                    asset: chosen.id,
                },
            });
            await refreshAfterWrite('classifications', record);
            onStarted(record);
        } catch (error) {
            setFailure(error);
            setWorking(false);
        }
    };
    return (
        <form className={recordStyles.sheet} onSubmit={(event) => void start(event)}>
            <Input
                field={field}
                value={asset}
                onChange={setAsset}
                label={t('classification.chooseAsset')}
                required
                autoFocus={chosen === undefined}
            />
            {failure !== undefined && <ProblemNote error={failure} />}
            <div className={recordStyles.dialogButtons}>
                <Button
                    type="submit"
                    loading={working}
                    disabled={chosen === undefined}
                    autoFocus={chosen !== undefined}
                    data-testid="create-submit"
                >
                    {t('classification.begin')}
                </Button>
            </div>
        </form>
    );
}
