import { type ReactNode, useId } from 'react';
import styles from './components.module.css';

interface SectionProps {
    title: string;
    children: ReactNode;
    beside?: ReactNode;
    /** Rows that reach the edge, for lists. */
    flush?: boolean;
}

export function Section({ title, children, beside, flush }: SectionProps) {
    const id = useId();
    return (
        <section className={styles.section} aria-labelledby={id}>
            <div className={styles.sectionHead}>
                <h2 id={id} className={styles.sectionTitle}>
                    {title}
                </h2>
                {beside}
            </div>
            <div className={flush ? undefined : styles.sectionBody}>{children}</div>
        </section>
    );
}
