import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequirementSearch } from './RequirementSearch';
import { RequirementTree, type TreeProps } from './RequirementTree';
import styles from './frameworks.module.css';

/** The tree of a framework, or the hits where something is searched for. */
export function RequirementBrowser(props: TreeProps) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState('');
    const [q] = useDebouncedValue(typed.trim(), 200);
    return (
        <div className={styles.browser}>
            <TextInput
                className={styles.search}
                type="search"
                aria-label={t('framework.search')}
                placeholder={t('framework.search')}
                leftSection={<IconSearch size={16} aria-hidden />}
                rightSection={
                    typed && (
                        <CloseButton
                            size="sm"
                            aria-label={t('app.clear')}
                            onClick={() => setTyped('')}
                        />
                    )
                }
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <div className={styles.scroll}>
                {q === '' ? <RequirementTree {...props} /> : <RequirementSearch {...props} q={q} />}
            </div>
        </div>
    );
}
