import i18next from 'i18next';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const yesNo: FieldModule = {
    Display,
    Input,
    toWire: (value) => (typeof value === 'boolean' ? value : null),
    plain: (_field, value) => i18next.t(value === true || value === 'true' ? 'app.yes' : 'app.no'),
};
