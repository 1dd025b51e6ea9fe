import { NumberInput } from '@mantine/core';
import { useLanguage } from '../../kernel/i18n';
import { type InputProps, labelling } from '../contract';

export function Input(props: InputProps) {
    const language = useLanguage();
    return (
        <NumberInput
            {...labelling(props)}
            value={typeof props.value === 'number' ? props.value : ''}
            max={props.field.max || undefined}
            min={0}
            decimalSeparator={language === 'sv' ? ',' : '.'}
            allowedDecimalSeparators={[',', '.']}
            hideControls
            onChange={(value) => props.onChange(value === '' ? null : Number(value))}
        />
    );
}
