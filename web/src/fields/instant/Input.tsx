import { TextInput } from '@mantine/core';
import { type InputProps, labelling } from '../contract';
import { fromWallClock, toWallClock } from './zone';

export function Input(props: InputProps) {
    return (
        <TextInput
            {...labelling(props)}
            type="datetime-local"
            value={typeof props.value === 'string' ? toWallClock(props.value) : ''}
            onChange={(event) => props.onChange(fromWallClock(event.currentTarget.value))}
        />
    );
}
