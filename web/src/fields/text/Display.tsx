import type { DisplayProps } from '../contract';

export function Display({ value }: DisplayProps) {
    return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>;
}
