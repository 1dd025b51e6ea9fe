import { formatDay } from '../../kernel/i18n/format';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const day: FieldModule = {
    Display,
    Input,
    toWire: (value) => value || null,
    plain: (_field, value, { language }) => formatDay(String(value), language),
};
