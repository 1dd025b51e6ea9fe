import { referenceTitle } from '../referenceValue';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';
import { referenceId } from '../referenceValue';

export const reference: FieldModule = {
    Display,
    Input,
    toWire: referenceId,
    plain: (_field, value) => referenceTitle(value),
};
