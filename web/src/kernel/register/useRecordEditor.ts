import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, api } from '../api/client';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { type Patch, collidingKeys, wireValue } from './merge';
import { useModel } from './model';

export interface Conflict {
    keys: string[];
    current: EntityRecord;
    patch: Patch;
    resolve: (patch: Patch) => void;
    cancel: () => void;
}

/** The person chose to keep what stands; nothing is saved and nothing is wrong. */
export class SavingCancelled extends Error {}

export interface RecordEditor {
    save: (patch: Patch) => Promise<EntityRecord>;
    conflict: Conflict | undefined;
}

async function currentRecord(path: string, error: ApiError, id: string): Promise<EntityRecord> {
    const sent = error.problem['current'] as EntityRecord | undefined;
    return sent ?? api.get<EntityRecord>(`/${path}/${id}`);
}

/**
 * Saves changes one after the other against the version they were made from. Where somebody else
 * was first, fields that do not collide are merged at once and the others are asked about.
 */
export function useRecordEditor(register: RegisterDescription, record: EntityRecord): RecordEditor {
    const model = useModel();
    const [conflict, setConflict] = useState<Conflict>();
    const latest = useRef(record);
    const queue = useRef<Promise<unknown>>(Promise.resolve());
    useEffect(() => {
        if (record.id !== latest.current.id || record.version >= latest.current.version) {
            latest.current = record;
        }
    }, [record]);

    const ask = useCallback(
        (keys: string[], current: EntityRecord, patch: Patch) =>
            new Promise<Patch>((resolve, reject) => {
                setConflict({
                    keys,
                    current,
                    patch,
                    resolve: (chosen) => {
                        setConflict(undefined);
                        resolve(chosen);
                    },
                    cancel: () => {
                        setConflict(undefined);
                        reject(new SavingCancelled());
                    },
                });
            }),
        [],
    );

    const attempt = useCallback(
        async (base: EntityRecord, patch: Patch): Promise<EntityRecord> => {
            const fieldOf = (key: string) => model.field(register, key);
            const body = Object.fromEntries(
                Object.entries(patch).map(([key, value]) => [key, wireValue(fieldOf(key), value)]),
            );
            try {
                return await api.patch<EntityRecord>(`/${register.path}/${base.id}`, {
                    body,
                    version: base.version,
                });
            } catch (error) {
                if (!(error instanceof ApiError) || error.status !== 412) {
                    throw error;
                }
                const current = await currentRecord(register.path, error, base.id);
                await refreshAfterWrite(register.path, current);
                const keys = collidingKeys(base, current, patch, fieldOf);
                const merged = keys.length > 0 ? await ask(keys, current, patch) : patch;
                return Object.keys(merged).length > 0 ? attempt(current, merged) : current;
            }
        },
        [ask, model, register],
    );

    const save = useCallback(
        (patch: Patch) => {
            const saved = queue.current
                .catch(() => undefined)
                .then(() => attempt(latest.current, patch))
                .then(async (result) => {
                    latest.current = result;
                    await refreshAfterWrite(register.path, result);
                    return result;
                });
            queue.current = saved;
            return saved;
        },
        [attempt, register.path],
    );

    return { save, conflict };
}
