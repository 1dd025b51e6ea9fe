import { inLanguage } from '../../kernel/i18n';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const choice: FieldModule = {
    Display,
    Input,
    toWire: (value) => value || null,
    plain: (field, value, { language }) => {
        const option = field.options?.find((candidate) => candidate.value === value);
        return option ? inLanguage(option.label, language) : String(value);
    },
};
