import { useFormat } from '../../kernel/i18n/format';
import type { DisplayProps } from '../contract';

export function Display({ value }: DisplayProps) {
    const format = useFormat();
    return <time dateTime={String(value)}>{format.day(String(value))}</time>;
}
