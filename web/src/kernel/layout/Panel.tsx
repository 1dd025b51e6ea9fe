import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../session/SessionContext';
import type { Area } from './areas';
import styles from './layout.module.css';
import { useEntryLabel } from './useEntryLabel';

export function Panel({ area }: { area: Area }) {
    const { t } = useTranslation();
    const label = useEntryLabel();
    const session = useSession();
    return (
        <nav className={styles.panel} aria-label={t('app.entries')}>
            <div className={styles.panelTenant}>{session.tenant.name}</div>
            <div className={styles.panelTitle}>{t(`area.${area.name}`)}</div>
            <ul className={styles.panelList}>
                {area.entries.map((entry) => (
                    <li key={entry.to}>
                        <NavLink to={entry.to} end={entry.to === '/'} className={styles.panelLink}>
                            {label(entry)}
                        </NavLink>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
