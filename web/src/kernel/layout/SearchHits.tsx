import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';
import type { Hit } from './useSearchHits';

interface SearchHitsProps {
    hits: Hit[];
    active: number;
    onActive: (index: number) => void;
    onChoose: (hit: Hit) => void;
}

/** The keyboard stays in the search field, which names the active hit by its id. */
export function SearchHits({ hits, active, onActive, onChoose }: SearchHitsProps) {
    const { t } = useTranslation();
    return (
        <div role="listbox" id="search-hits" aria-label={t('app.search')} className={styles.hits}>
            {hits.map((hit, index) => (
                <div
                    key={hit.to}
                    id={`search-hit-${index}`}
                    role="option"
                    aria-selected={index === active}
                    className={styles.hit}
                    onMouseEnter={() => onActive(index)}
                    onClick={() => onChoose(hit)}
                >
                    <span>{hit.title}</span>
                    <span className={styles.hitKind}>{hit.kind}</span>
                </div>
            ))}
        </div>
    );
}
