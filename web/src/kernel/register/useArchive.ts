import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { keys, queryClient, refreshAfterWrite } from '../api/queries';
import { announce } from '../components/announce';
import { problemText } from '../errors/problemText';

async function reload(register: RegisterDescription, record: EntityRecord): Promise<void> {
    await refreshAfterWrite(register.path);
    await queryClient.invalidateQueries({ queryKey: keys.record(register.path, record.id) });
    await queryClient.invalidateQueries({ queryKey: keys.record(register.path, record.ref) });
}

function useReported(work: () => Promise<void>): () => Promise<void> {
    const { t } = useTranslation();
    return async () => {
        try {
            await work();
        } catch (error) {
            announce(problemText(error, t), t('problem.title'));
        }
    };
}

export function useArchive(register: RegisterDescription, record: EntityRecord) {
    return useReported(async () => {
        await api.remove(`/${register.path}/${record.id}`, { version: record.version });
        await reload(register, record);
    });
}

export function useRestore(register: RegisterDescription, record: EntityRecord) {
    return useReported(async () => {
        await api.post(`/${register.path}/${record.id}/restore`, { version: record.version });
        await reload(register, record);
    });
}
