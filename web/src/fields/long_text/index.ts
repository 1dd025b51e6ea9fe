import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const longText: FieldModule = {
    Display,
    Input,
    toWire: (value) => (value === '' ? null : value),
    plain: (_field, value) => String(value),
};
