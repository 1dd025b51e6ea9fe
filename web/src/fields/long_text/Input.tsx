import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type InputProps, labelling } from '../contract';

export function Input(props: InputProps) {
    const { t } = useTranslation();
    const text = typeof props.value === 'string' ? props.value : '';
    const left = (props.field.max || Number.POSITIVE_INFINITY) - text.length;
    const warning = left < 100 ? t('input.charactersLeft', { count: left }) : undefined;
    return (
        <Textarea
            {...labelling(props)}
            description={warning ?? props.description}
            value={text}
            maxLength={props.field.max || undefined}
            rows={Math.min(14, Math.max(3, text.split('\n').length + 1))}
            resize="vertical"
            onChange={(event) => props.onChange(event.currentTarget.value)}
        />
    );
}
