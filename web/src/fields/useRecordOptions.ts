import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Reference } from '../kernel/api/contract';
import { useRecords } from '../kernel/api/queries';
import { useLanguage } from '../kernel/i18n';
import { collator } from '../kernel/i18n/format';

export interface RecordOption {
    value: string;
    label: string;
}

/** The records that match what is typed, together with those already chosen. */
export function useRecordOptions(path: string, typed: string, chosen: Reference[]) {
    const language = useLanguage();
    const isChosenTitle = chosen.some((one) => one.title === typed);
    const [q] = useDebouncedValue(isChosenTitle ? '' : typed, 200);
    const found = useRecords(path, { q, limit: 50 }, path !== '');
    return useMemo(() => {
        const known = new Map<string, Reference>();
        for (const one of [...chosen, ...(found.data?.items ?? [])]) {
            known.set(one.id, { id: one.id, ref: one.ref, title: one.title });
        }
        const compare = collator(language);
        const options: RecordOption[] = [...known.values()]
            .map((one) => ({ value: one.id, label: one.title || one.ref }))
            .sort((a, b) => compare.compare(a.label, b.label));
        return { known, options, loading: found.isFetching };
    }, [chosen, found.data, found.isFetching, language]);
}
