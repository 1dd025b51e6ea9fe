import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../kernel/api/client';
import type { LedgerEntry, Page } from '../../kernel/api/contract';
import { endOfDay, startOfDay } from './period';

export type LedgerFilter = Record<string, string | undefined>;

/** Entries that match, newest first, page after page. */
export function useLedgerEntries(filter: LedgerFilter, enabled: boolean) {
    return useInfiniteQuery({
        queryKey: ['ledger', filter],
        enabled,
        initialPageParam: '',
        queryFn: ({ pageParam, signal }) =>
            api.get<Page<LedgerEntry>>('/ledger/entries', {
                query: {
                    limit: 50,
                    after: pageParam,
                    event: filter['event'],
                    record: filter['record'],
                    actor: filter['actor'],
                    from: startOfDay(filter['from']),
                    to: endOfDay(filter['to']),
                },
                signal,
            }),
        getNextPageParam: (page) => page.next || undefined,
    });
}
