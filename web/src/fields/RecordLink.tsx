import { Link } from 'react-router';
import type { Reference } from '../kernel/api/contract';
import { nameFor } from '../kernel/register/extensions';
import { useModel } from '../kernel/register/model';
import styles from './fields.module.css';

interface RecordLinkProps {
    path: string;
    record: Reference;
    /** Without the link, where the surroundings are a link already. */
    plain?: boolean;
}

export function RecordLink({ path, record, plain }: RecordLinkProps) {
    const register = useModel().register(path);
    const Name = nameFor(path);
    const title = Name && !plain ? <Name record={record} /> : record.title || record.ref;
    if (plain || register === undefined) {
        return <>{title}</>;
    }
    return (
        <Link className={styles.link} to={`/${register.path}/${record.ref || record.id}`}>
            {title}
        </Link>
    );
}
