import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePhrase } from '../../kernel/i18n';
import { useModel } from '../../kernel/register/model';
import { type InputProps, labelling } from '../contract';

export function Input(props: InputProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const levels = useModel().scale(props.field.scale)?.levels ?? [];
    return (
        <Select
            {...labelling(props)}
            data={levels.map((level) => ({
                value: String(level.value),
                label: `${level.value} – ${phrase(level.label)}`,
            }))}
            value={typeof props.value === 'number' ? String(props.value) : null}
            onChange={(chosen) => props.onChange(chosen === null ? null : Number(chosen))}
            placeholder={t('input.choose')}
            clearable={!props.required}
            clearButtonProps={{ 'aria-label': t('app.clear') }}
        />
    );
}
