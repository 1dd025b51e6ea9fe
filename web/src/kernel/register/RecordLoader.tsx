import { type ReactNode, useEffect } from 'react';
import { ApiError } from '../api/client';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { useRecord } from '../api/queries';
import { PageLoading } from '../components/PageLoading';
import { ProblemNote } from '../errors/ProblemNote';
import { NotFoundPage } from '../layout/NotFoundPage';

interface RecordLoaderProps {
    register: RegisterDescription;
    id: string;
    children: (record: EntityRecord) => ReactNode;
}

export function RecordLoader({ register, id, children }: RecordLoaderProps) {
    const record = useRecord(register.path, id);
    const title = record.data?.title;
    useEffect(() => {
        if (title) {
            document.title = `${title} – Sigill`;
        }
    }, [title]);
    if (record.data) {
        return <>{children(record.data)}</>;
    }
    if (record.isError) {
        const missing = record.error instanceof ApiError && record.error.status === 404;
        return missing ? (
            <NotFoundPage />
        ) : (
            <ProblemNote error={record.error} onRetry={() => void record.refetch()} />
        );
    }
    return <PageLoading />;
}
