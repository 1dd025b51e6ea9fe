import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { type Area, areaIcons } from './areas';
import styles from './layout.module.css';
import { useEntryLabel } from './useEntryLabel';

export function PhoneMenu({ areas }: { areas: Area[] }) {
    const { t } = useTranslation();
    const label = useEntryLabel();
    return (
        <nav aria-label={t('app.areas')}>
            {areas.map((area) => {
                const AreaIcon = areaIcons[area.name];
                return (
                    <div key={area.name} className={styles.phoneArea}>
                        {area.name !== 'my' && (
                            <div className={styles.phoneAreaTitle}>
                                <AreaIcon size={18} stroke={1.6} aria-hidden />
                                {t(`area.${area.name}`)}
                            </div>
                        )}
                        <ul className={styles.panelList}>
                            {area.entries.map((entry) => (
                                <li key={entry.to}>
                                    <NavLink
                                        to={entry.to}
                                        end={entry.to === '/'}
                                        className={styles.panelLink}
                                    >
                                        {label(entry)}
                                    </NavLink>
                                </li>
                            ))}
                        </ul>
                    </div>
                );
            })}
        </nav>
    );
}
