import { Link } from 'react-router';
import type { MyPage } from '../../kernel/api/contract';
import { StateBadge } from '../../kernel/components/StateBadge';
import { usePhrase } from '../../kernel/i18n';
import { useModel } from '../../kernel/register/model';
import styles from './my.module.css';

export function OwnedList({ owned }: { owned: MyPage['owned'] }) {
    const phrase = usePhrase();
    const model = useModel();
    const paths = [...new Set(owned.map((record) => record.register))];
    return (
        <>
            {paths.map((path) => {
                const register = model.register(path);
                return (
                    <div key={path} className={styles.owned}>
                        <h3>{register ? phrase(register.label_plural) : path}</h3>
                        <ul>
                            {owned
                                .filter((record) => record.register === path)
                                .map((record) => (
                                    <li key={record.id}>
                                        <Link to={`/${register?.path ?? path}/${record.ref}`}>
                                            {record.title}
                                        </Link>
                                        <StateBadge register={register} state={record.state} />
                                    </li>
                                ))}
                        </ul>
                    </div>
                );
            })}
        </>
    );
}
