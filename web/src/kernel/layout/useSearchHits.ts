import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { EntityRecord, Page, RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { useModel } from '../register/model';
import { useSession } from '../session/SessionContext';
import { areasFor } from './areas';
import { useEntryLabel } from './useEntryLabel';

export interface Hit {
    to: string;
    title: string;
    kind: string;
}

const shortestQuery = 2;

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

function usePages(typed: string): Hit[] {
    const { t } = useTranslation();
    const label = useEntryLabel();
    const model = useModel();
    const session = useSession();
    return useMemo(() => {
        const wanted = typed.trim().toLowerCase();
        return areasFor(model, session)
            .flatMap((area) => area.entries)
            .map((entry) => ({ to: entry.to, title: label(entry), kind: t('app.pages') }))
            .filter((page) => page.title.toLowerCase().includes(wanted));
    }, [model, session, label, t, typed]);
}

/** Pages by name and, from two letters on, records by what they hold. */
export function useSearchHits(typed: string): { hits: Hit[]; searching: boolean } {
    const phrase = usePhrase();
    const model = useModel();
    const pages = usePages(typed);
    const [q] = useDebouncedValue(typed.trim(), 180);
    const records = useQuery({
        queryKey: ['list', 'search', q],
        enabled: q.length >= shortestQuery,
        queryFn: ({ signal }) =>
            findRecords(
                model.registers.filter((register) => register.can.read),
                q,
                (register) => phrase(register.label),
                signal,
            ),
    });
    const hits = q.length >= shortestQuery ? [...pages, ...(records.data ?? [])] : pages;
    return { hits, searching: records.isFetching };
}
