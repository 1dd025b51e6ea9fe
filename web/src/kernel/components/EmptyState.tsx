import type { ReactNode } from 'react';
import styles from './components.module.css';

interface EmptyStateProps {
    title: string;
    text?: string;
    icon?: ReactNode;
    /** The whole page is empty, so that this is its heading. */
    isPage?: boolean;
    children?: ReactNode;
}

export function EmptyState({ title, text, icon, isPage, children }: EmptyStateProps) {
    const Heading = isPage ? 'h1' : 'h2';
    return (
        <div className={styles.empty}>
            {icon && <div className={styles.emptyIcon}>{icon}</div>}
            <Heading className={styles.emptyTitle}>{title}</Heading>
            {text && <p className={styles.emptyText}>{text}</p>}
            {children}
        </div>
    );
}
