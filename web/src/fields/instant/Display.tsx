import { useFormat } from '../../kernel/i18n/format';
import type { DisplayProps } from '../contract';

export function Display({ value }: DisplayProps) {
    const format = useFormat();
    return (
        <time dateTime={String(value)} title={format.exactly(String(value))}>
            {format.instant(String(value))}
        </time>
    );
}
