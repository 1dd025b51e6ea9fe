import { usePhrase } from '../../kernel/i18n';
import type { DisplayProps } from '../contract';

export function Display({ field, value }: DisplayProps) {
    const phrase = usePhrase();
    const option = field.options?.find((candidate) => candidate.value === value);
    return <>{option ? phrase(option.label) : String(value)}</>;
}
