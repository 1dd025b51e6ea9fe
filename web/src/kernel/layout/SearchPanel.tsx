import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from './layout.module.css';
import { SearchHits } from './SearchHits';
import { type Hit, useSearchHits } from './useSearchHits';

export function SearchPanel({ onDone }: { onDone: () => void }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [typed, setTyped] = useState('');
    const [active, setActive] = useState(0);
    const { hits, searching } = useSearchHits(typed);

    const go = (hit: Hit | undefined) => {
        if (hit) {
            onDone();
            void navigate(hit.to);
        }
    };
    const onKey = (event: KeyboardEvent) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setActive((hits.length + active + step) % Math.max(1, hits.length));
        } else if (event.key === 'Enter') {
            go(hits[active]);
        }
    };
    return (
        <>
            <TextInput
                data-autofocus
                size="md"
                variant="unstyled"
                className={styles.searchInput}
                leftSection={<IconSearch size={18} aria-hidden />}
                placeholder={t('app.searchHelp')}
                aria-label={t('app.searchHelp')}
                role="combobox"
                aria-expanded
                aria-controls="search-hits"
                aria-activedescendant={hits.length > 0 ? `search-hit-${active}` : undefined}
                value={typed}
                onKeyDown={onKey}
                onChange={(event) => {
                    setTyped(event.currentTarget.value);
                    setActive(0);
                }}
            />
            <SearchHits hits={hits} active={active} onActive={setActive} onChoose={go} />
            {hits.length === 0 && (
                <p className={styles.hitNone}>
                    {searching ? t('app.loading') : t('app.searchEmpty')}
                </p>
            )}
        </>
    );
}
