import { pickerFor } from '../../kernel/register/extensions';
import type { InputProps } from '../contract';
import { targetPath } from '../referenceValue';
import { ManySelect } from './ManySelect';

export function Input(props: InputProps) {
    const Picker = pickerFor(targetPath(props.field));
    return Picker ? <Picker {...props} /> : <ManySelect {...props} />;
}
