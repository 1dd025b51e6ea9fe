import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { EntityRecord, Page, RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { useModel } from '../register/model';
import { useSession } from '../session/SessionContext';
import { areasFor } from './areas';
import styles from './layout.module.css';
import { useEntryLabel } from './useEntryLabel';

interface Hit {
    to: string;
    title: string;
    kind: string;
}

async function findRecords(
    registers: RegisterDescription[],
    q: string,
    kind: (register: RegisterDescription) => string,
    signal: AbortSignal,
): Promise<Hit[]> {
    const answers = await Promise.allSettled(
        registers.map((register) =>
            api.get<Page<EntityRecord>>(`/${register.path}`, { query: { q, limit: 4 }, signal }),
        ),
    );
    return answers.flatMap((answer, index) => {
        const register = registers[index];
        if (answer.status === 'rejected' || register === undefined) {
            return [];
        }
        return answer.value.items.map((record) => ({
            to: `/${register.path}/${record.ref}`,
            title: record.title,
            kind: `${kind(register)} ${record.ref}`,
        }));
    });
}

/** Ctrl/Cmd-K: pages by name and records by what they hold. */
export function SearchDialog({ compact }: { compact?: boolean }) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const label = useEntryLabel();
    const model = useModel();
    const session = useSession();
    const navigate = useNavigate();
    const [opened, dialog] = useDisclosure(false);
    const [typed, setTyped] = useState('');
    const [active, setActive] = useState(0);
    const [q] = useDebouncedValue(typed.trim(), 180);
    // The button stands in the rail and in the phone's bar; only one of them answers to the keys.
    useHotkeys(compact ? [] : [['mod+K', dialog.open]], []);

    const records = useQuery({
        queryKey: ['list', 'search', q],
        enabled: opened && q.length >= 2,
        queryFn: ({ signal }) =>
            findRecords(
                model.registers.filter((register) => register.can.read),
                q,
                (register) => phrase(register.label),
                signal,
            ),
    });
    const pages = useMemo<Hit[]>(() => {
        const all = areasFor(model, session).flatMap((area) =>
            area.entries.map((entry) => ({
                to: entry.to,
                title: label(entry),
                kind: t('app.pages'),
            })),
        );
        return all.filter((page) => page.title.toLowerCase().includes(typed.trim().toLowerCase()));
    }, [model, session, label, t, typed]);
    const hits = q.length >= 2 ? [...pages, ...(records.data ?? [])] : pages;

    const close = () => {
        dialog.close();
        setTyped('');
        setActive(0);
    };
    const go = (hit: Hit | undefined) => {
        if (hit) {
            close();
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
            <UnstyledButton
                className={styles.searchButton}
                onClick={dialog.open}
                aria-label={t('app.search')}
                title="Ctrl K"
            >
                <IconSearch size={20} stroke={1.7} aria-hidden />
            </UnstyledButton>
            <Modal
                opened={opened}
                onClose={close}
                withCloseButton={false}
                centered={false}
                size={580}
                padding={0}
                aria-label={t('app.searchHelp')}
            >
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
                <div
                    role="listbox"
                    id="search-hits"
                    aria-label={t('app.search')}
                    className={styles.hits}
                >
                    {hits.map((hit, index) => (
                        <div
                            key={`${hit.to}`}
                            id={`search-hit-${index}`}
                            role="option"
                            tabIndex={-1}
                            aria-selected={index === active}
                            className={styles.hit}
                            onMouseEnter={() => setActive(index)}
                            onClick={() => go(hit)}
                            onKeyDown={onKey}
                        >
                            <span>{hit.title}</span>
                            <span className={styles.hitKind}>{hit.kind}</span>
                        </div>
                    ))}
                </div>
                {hits.length === 0 && (
                    <p className={styles.hitNone}>
                        {records.isFetching ? t('app.loading') : t('app.searchEmpty')}
                    </p>
                )}
            </Modal>
        </>
    );
}
