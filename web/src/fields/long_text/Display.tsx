import type { DisplayProps } from '../contract';
import styles from './long_text.module.css';

export function Display({ value, compact }: DisplayProps) {
    const text = String(value);
    return <span className={compact ? undefined : styles.text}>{text}</span>;
}
