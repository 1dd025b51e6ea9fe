import type { ReactNode } from 'react';
import styles from './components.module.css';

interface EmptyStateProps {
    title: string;
    text?: string;
    icon?: ReactNode;
    children?: ReactNode;
}

export function EmptyState({ title, text, icon, children }: EmptyStateProps) {
    return (
        <div className={styles.empty}>
            {icon && <div className={styles.emptyIcon}>{icon}</div>}
            <h2 className={styles.emptyTitle}>{title}</h2>
            {text && <p className={styles.emptyText}>{text}</p>}
            {children}
        </div>
    );
}
