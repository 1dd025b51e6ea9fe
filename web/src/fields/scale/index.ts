import { inLanguage } from '../../kernel/i18n';
import type { FieldModule } from '../contract';
import { Display } from './Display';
import { Input } from './Input';

export const scale: FieldModule = {
    Display,
    Input,
    toWire: (value) => (typeof value === 'number' ? value : null),
    plain: (field, value, { language, model }) => {
        const level = model.scale(field.scale)?.levels.find((one) => one.value === Number(value));
        return level ? `${level.value} ${inLanguage(level.label, language)}` : String(value);
    },
};
