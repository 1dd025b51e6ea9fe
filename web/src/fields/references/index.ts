import type { FieldModule } from '../contract';
import { asReferences, referenceTitle } from '../referenceValue';
import { Display } from './Display';
import { Input } from './Input';

export const references: FieldModule = {
    Display,
    Input,
    toWire: (value) => asReferences(value).map((one) => one.id),
    plain: (_field, value) =>
        Array.isArray(value) ? value.map(referenceTitle).join(', ') : referenceTitle(value),
};
