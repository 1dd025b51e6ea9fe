import type { DisplayProps } from '../contract';
import styles from '../fields.module.css';
import { RecordLink } from '../RecordLink';
import { asReferences, targetPath } from '../referenceValue';

export function Display({ field, value, compact }: DisplayProps) {
    const found = asReferences(value);
    if (compact) {
        return <>{found.map((one) => one.title || one.ref).join(', ')}</>;
    }
    return (
        <ul className={styles.list}>
            {found.map((one) => (
                <li key={one.id}>
                    <RecordLink path={one.register ?? targetPath(field)} record={one} />
                </li>
            ))}
        </ul>
    );
}
