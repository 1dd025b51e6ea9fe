import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Logo } from '../components/Logo';
import { type Area, areaIcons } from './areas';
import styles from './layout.module.css';
import { SearchButton } from './SearchButton';
import { SessionMenu } from './SessionMenu';

interface RailProps {
    areas: Area[];
    current: Area | undefined;
    onSearch: () => void;
}

export function Rail({ areas, current, onSearch }: RailProps) {
    const { t } = useTranslation();
    return (
        <nav className={styles.rail} aria-label={t('app.areas')}>
            <Link to="/" className={styles.railBrand} aria-label={t('app.toMyPage')}>
                <Logo size={38} />
            </Link>
            <ul className={styles.railList}>
                {areas.map((area) => {
                    const AreaIcon = areaIcons[area.name];
                    return (
                        <li key={area.name}>
                            <Link
                                to={area.entries[0]?.to ?? '/'}
                                className={styles.railLink}
                                aria-label={t(`area.${area.name}`)}
                                aria-current={area === current ? 'true' : undefined}
                            >
                                <AreaIcon size={22} stroke={1.6} aria-hidden />
                                <span>{t(`areaShort.${area.name}`)}</span>
                            </Link>
                        </li>
                    );
                })}
            </ul>
            <SearchButton onClick={onSearch} />
            <SessionMenu />
        </nav>
    );
}
