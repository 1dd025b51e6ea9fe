import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { api } from '../api/client';
import type { Model } from '../api/contract';
import { PageLoading } from '../components/PageLoading';
import { ProblemNote } from '../errors/ProblemNote';
import { ModelContext, RegisterModel } from './model';

/** Everything below is drawn from the server's description of its registers. */
export function ModelGate({ children }: { children: ReactNode }) {
    const model = useQuery({
        queryKey: ['registers'],
        queryFn: ({ signal }) => api.get<Model>('/registers', { signal }),
        staleTime: 10 * 60_000,
    });
    const registers = useMemo(
        () => (model.data ? new RegisterModel(model.data) : undefined),
        [model.data],
    );
    if (model.isError) {
        return <ProblemNote error={model.error} onRetry={() => void model.refetch()} />;
    }
    if (registers === undefined) {
        return <PageLoading />;
    }
    return <ModelContext value={registers}>{children}</ModelContext>;
}
