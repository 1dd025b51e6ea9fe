import styles from './fields.module.css';

export function RecordOptionLine({ label, code }: { label: string; code?: string }) {
    return (
        <span className={styles.option}>
            <span>{label}</span>
            <span className={styles.ref}>{code}</span>
        </span>
    );
}
