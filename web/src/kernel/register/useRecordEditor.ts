import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntityRecord, RegisterDescription } from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import type { Patch } from './merge';
import { useModel } from './model';
import { saveMerged } from './saveMerged';

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
    /** `seen` is what the fields held when the person began to write. */
    save: (patch: Patch, seen: Patch) => Promise<EntityRecord>;
    conflict: Conflict | undefined;
}

function useConflict() {
    const [conflict, setConflict] = useState<Conflict>();
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
    return { conflict, ask };
}

/** Saves changes one after the other, each on top of what the one before it left. */
export function useRecordEditor(register: RegisterDescription, record: EntityRecord): RecordEditor {
    const model = useModel();
    const { conflict, ask } = useConflict();
    const latest = useRef(record);
    const queue = useRef<Promise<unknown>>(Promise.resolve());
    useEffect(() => {
        if (record.id !== latest.current.id || record.version >= latest.current.version) {
            latest.current = record;
        }
    }, [record]);

    const save = useCallback(
        (patch: Patch, seen: Patch) => {
            const fieldOf = (key: string) => model.field(register, key);
            const saved = queue.current
                .catch(() => undefined)
                .then(() => saveMerged({ register, fieldOf, ask }, latest.current, patch, seen))
                .then(async (result) => {
                    latest.current = result;
                    await refreshAfterWrite(register.path, result);
                    return result;
                });
            queue.current = saved;
            return saved;
        },
        [ask, model, register],
    );
    return { save, conflict };
}
