import styles from './scale.module.css';

interface LevelBadgeProps {
    value: number;
    label?: string;
    compact?: boolean;
    /** A letter before the number where several scales stand side by side (`K3`). */
    prefix?: string;
}

export function LevelBadge({ value, label, compact, prefix }: LevelBadgeProps) {
    return (
        <span className={styles.badge} title={compact ? label : undefined}>
            <span className={styles.number} data-level={value}>
                {prefix}
                {value}
            </span>
            {label !== undefined && (
                <span className={compact ? 'sg-hidden' : styles.label}>{label}</span>
            )}
        </span>
    );
}
