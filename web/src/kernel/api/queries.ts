import { QueryClient, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiError, type QueryValue, api } from './client';
import type { EntityRecord, Page } from './contract';

function isPassing(error: unknown): boolean {
    return error instanceof ApiError && (error.status === 0 || error.status === 503);
}

export const queryClient = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 15_000,
            gcTime: 10 * 60_000,
            retry: (count, error) => count < 2 && isPassing(error),
            refetchOnWindowFocus: true,
        },
    },
});

export type ListParameters = Record<string, QueryValue>;

export const keys = {
    lists: (path: string) => ['list', path] as const,
    list: (path: string, parameters: ListParameters) => ['list', path, parameters] as const,
    record: (path: string, id: string) => ['record', path, id] as const,
    history: (path: string, id: string) => ['history', path, id] as const,
};

export function useRecord(path: string, id: string) {
    return useQuery({
        queryKey: keys.record(path, id),
        queryFn: ({ signal }) =>
            api.get<EntityRecord>(`/${path}/${encodeURIComponent(id)}`, { signal }),
    });
}

export function useRecords(path: string, parameters: ListParameters, enabled = true) {
    return useQuery({
        queryKey: keys.list(path, parameters),
        queryFn: ({ signal }) =>
            api.get<Page<EntityRecord>>(`/${path}`, { query: parameters, signal }),
        placeholderData: keepPreviousData,
        enabled,
    });
}

/** Pages of a list, one after the other; the exact count is asked for with the first page only. */
export function useRecordPages(path: string, parameters: ListParameters) {
    return useInfiniteQuery({
        queryKey: [...keys.list(path, parameters), 'pages'],
        initialPageParam: '',
        queryFn: ({ pageParam, signal }) =>
            api.get<Page<EntityRecord>>(`/${path}`, {
                query: {
                    ...parameters,
                    limit: 100,
                    after: pageParam,
                    count: pageParam ? undefined : 'exact',
                },
                signal,
            }),
        getNextPageParam: (page) => page.next || undefined,
        placeholderData: keepPreviousData,
    });
}

/** After a write, everything that may show the record is fetched anew. */
export async function refreshAfterWrite(path: string, record?: EntityRecord): Promise<void> {
    if (record) {
        queryClient.setQueryData(keys.record(path, record.id), record);
        queryClient.setQueryData(keys.record(path, record.ref), record);
    }
    await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['list'] }),
        queryClient.invalidateQueries({ queryKey: ['history'] }),
        queryClient.invalidateQueries({ queryKey: ['ledger'] }),
        queryClient.invalidateQueries({ queryKey: ['my'] }),
        queryClient.invalidateQueries({
            queryKey: ['record'],
            predicate: (query) => query.queryKey[1] !== path,
        }),
    ]);
}
