import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import { ApiError } from '../api/client';
import type { FieldDescription } from '../api/contract';
import { usePhrase } from '../i18n';

interface FormFieldsProps {
    fields: FieldDescription[];
    values: Record<string, unknown>;
    onChange: (key: string, value: unknown) => void;
    isRequired: (field: FieldDescription) => boolean;
    isMissing: (field: FieldDescription) => boolean;
    /** The server's answer, whose remarks are shown at the fields that they concern. */
    failure: unknown;
}

export function FormFields(props: FormFieldsProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const { fields, values, failure } = props;
    const errorOf = (field: FieldDescription): string | undefined => {
        const told = failure instanceof ApiError ? failure.fieldMessage(field.key) : undefined;
        if (told !== undefined) {
            return told;
        }
        return props.isMissing(field)
            ? t('input.requiredMissing', { field: phrase(field.label) })
            : undefined;
    };
    return (
        <>
            {fields.map((field, index) => {
                const { Input } = fieldModule(field);
                return (
                    <div key={field.key} data-field={field.key}>
                        <Suspense fallback={null}>
                            <Input
                                field={field}
                                value={values[field.key] ?? null}
                                onChange={(value) => props.onChange(field.key, value)}
                                label={phrase(field.label)}
                                description={phrase(field.help) || undefined}
                                required={props.isRequired(field)}
                                autoFocus={index === 0}
                                error={errorOf(field)}
                            />
                        </Suspense>
                    </div>
                );
            })}
        </>
    );
}
