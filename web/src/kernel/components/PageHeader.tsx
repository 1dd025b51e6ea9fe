import type { ReactNode } from 'react';
import styles from './components.module.css';

interface PageHeaderProps {
    title: ReactNode;
    above?: ReactNode;
    beside?: ReactNode;
    text?: ReactNode;
    actions?: ReactNode;
}

export function PageHeader({ title, above, beside, text, actions }: PageHeaderProps) {
    return (
        <header className={styles.header}>
            <div className={styles.headerMain}>
                {above && <div className={styles.above}>{above}</div>}
                <div className={styles.titleLine}>
                    <h1 className={styles.title}>{title}</h1>
                    {beside}
                </div>
                {text && <p className={styles.intro}>{text}</p>}
            </div>
            {actions && <div className={styles.actions}>{actions}</div>}
        </header>
    );
}
