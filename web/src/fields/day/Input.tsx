import { TextInput } from '@mantine/core';
import { type InputProps, labelling } from '../contract';

// The browser's own date control: right on a phone, with a keyboard and with a screen reader.
export function Input(props: InputProps) {
    return (
        <TextInput
            {...labelling(props)}
            type="date"
            value={typeof props.value === 'string' ? props.value.slice(0, 10) : ''}
            onChange={(event) => props.onChange(event.currentTarget.value || null)}
        />
    );
}
