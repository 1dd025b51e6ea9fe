import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArchive, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterDescription } from '../api/contract';
import { FilterChip } from './FilterChip';
import { FilterMenu } from './FilterMenu';
import type { ListState } from './listState';
import styles from './list.module.css';

interface ListToolbarProps {
    register: RegisterDescription;
    state: ListState;
    change: (changes: Record<string, string | null>) => void;
}

export function ListToolbar({ register, state, change }: ListToolbarProps) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState(state.q);
    const search = useDebouncedCallback((q: string) => change({ q }), 200);
    const type = (text: string) => {
        setTyped(text);
        search(text.trim());
    };
    const clearFilters = () => {
        change(Object.fromEntries(state.filters.map(({ field }) => [field.key, null])));
    };
    return (
        <div className={styles.toolbar} role="search">
            <TextInput
                className={styles.search}
                aria-label={t('list.search')}
                placeholder={t('list.search')}
                type="search"
                leftSection={<IconSearch size={16} aria-hidden />}
                rightSection={
                    typed && (
                        <CloseButton
                            size="sm"
                            aria-label={t('app.clear')}
                            onClick={() => type('')}
                        />
                    )
                }
                value={typed}
                onChange={(event) => type(event.currentTarget.value)}
            />
            <FilterMenu register={register} onFilter={(key, value) => change({ [key]: value })} />
            <Button
                variant={state.archived ? 'light' : 'default'}
                leftSection={<IconArchive size={16} aria-hidden />}
                aria-pressed={state.archived}
                onClick={() => change({ archived: state.archived ? null : 'true' })}
            >
                {t('list.archived')}
            </Button>
            {state.filters.map(({ field, value }) => (
                <FilterChip
                    key={field.key}
                    field={field}
                    value={value}
                    onRemove={() => change({ [field.key]: null })}
                />
            ))}
            {state.filters.length > 1 && (
                <Button variant="subtle" size="compact-sm" onClick={clearFilters}>
                    {t('list.clearFilters')}
                </Button>
            )}
        </div>
    );
}
