import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const text: FieldModule = {
    Display,
    Input,
    toWire: (value) => (value === '' ? null : value),
    plain: (_field, value) => (typeof value === 'string' ? value : JSON.stringify(value)),
};
