import { TextInput } from '@mantine/core';
import { type InputProps, labelling } from '../contract';

export function Input(props: InputProps) {
    return (
        <TextInput
            {...labelling(props)}
            type={props.field.key === 'email' ? 'email' : 'text'}
            value={typeof props.value === 'string' ? props.value : ''}
            maxLength={props.field.max || undefined}
            onChange={(event) => props.onChange(event.currentTarget.value)}
        />
    );
}
