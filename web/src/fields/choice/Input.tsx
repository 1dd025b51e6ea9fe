import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePhrase } from '../../kernel/i18n';
import { type InputProps, labelling } from '../contract';

export function Input(props: InputProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    return (
        <Select
            {...labelling(props)}
            data={(props.field.options ?? []).map((option) => ({
                value: option.value,
                label: phrase(option.label),
            }))}
            value={typeof props.value === 'string' ? props.value : null}
            onChange={props.onChange}
            placeholder={t('input.choose')}
            clearable={!props.required}
            clearButtonProps={{ 'aria-label': t('app.clear') }}
            comboboxProps={{ shadow: 'md' }}
        />
    );
}
