import { formatInstant } from '../../kernel/i18n/format';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const instant: FieldModule = {
    Display,
    Input,
    toWire: (value) => value || null,
    plain: (_field, value, { language }) => formatInstant(String(value), language),
};
