import { formatNumber } from '../../kernel/i18n/format';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const number: FieldModule = {
    Display,
    Input,
    toWire: (value) => (value === '' || value === undefined ? null : value),
    plain: (_field, value, { language }) => formatNumber(Number(value), language),
};
