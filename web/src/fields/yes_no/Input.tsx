import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type InputProps, labelling } from '../contract';

// Three answers are possible: yes, no, and not yet answered. A switch could not tell the last two
// apart.
export function Input(props: InputProps) {
    const { t } = useTranslation();
    const value = typeof props.value === 'boolean' ? String(props.value) : null;
    return (
        <Select
            {...labelling(props)}
            data={[
                { value: 'true', label: t('app.yes') },
                { value: 'false', label: t('app.no') },
            ]}
            value={value}
            onChange={(chosen) => props.onChange(chosen === null ? null : chosen === 'true')}
            placeholder={t('input.choose')}
            clearable={!props.required}
            clearButtonProps={{ 'aria-label': t('app.clear') }}
        />
    );
}
