import { api } from '../../kernel/api/client';
import type { ConsistencyAnswer, InclusionAnswer, LedgerKey } from '../../kernel/api/contract';
import type { CheckpointMemory, LedgerSource, SeenCheckpoint } from './verify/verifyEntry';

export const serverLedger: LedgerSource = {
    checkpoint: () => api.text('/ledger/checkpoint'),
    key: () => api.get<LedgerKey>('/ledger/key'),
    inclusion: (index, size) =>
        api.get<InclusionAnswer>('/ledger/proofs/inclusion', { query: { index, size } }),
    consistency: (from, to) =>
        api.get<ConsistencyAnswer>('/ledger/proofs/consistency', { query: { from, to } }),
};

function storageKey(origin: string): string {
    return `sigill.checkpoint.${origin}`;
}

/** Kept in this browser, out of the server's reach: a log that is rewritten later shows. */
export const browserMemory: CheckpointMemory = {
    read: (origin) => {
        try {
            const stored = window.localStorage.getItem(storageKey(origin));
            return stored === null ? undefined : (JSON.parse(stored) as SeenCheckpoint);
        } catch {
            return undefined;
        }
    },
    keep: (origin, seen) => window.localStorage.setItem(storageKey(origin), JSON.stringify(seen)),
};
