import { ApiError, api } from '../api/client';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { refreshAfterWrite } from '../api/queries';
import { type Patch, collidingKeys, wireValue } from './merge';

export interface Saving {
    register: RegisterDescription;
    fieldOf: (key: string) => FieldDescription | undefined;
    /** Asks what shall stand where both changed a field, and answers what is left to save. */
    ask: (keys: string[], current: EntityRecord, patch: Patch) => Promise<Patch>;
}

async function currentRecord(path: string, error: ApiError, id: string): Promise<EntityRecord> {
    const sent = error.problem['current'] as EntityRecord | undefined;
    return sent ?? api.get<EntityRecord>(`/${path}/${id}`);
}

function valuesOf(record: EntityRecord, patch: Patch): Patch {
    return Object.fromEntries(Object.keys(patch).map((key) => [key, record[key]]));
}

/**
 * Saves a change on top of the newest known record. `seen` is what the fields held when the person
 * began to write: where somebody else has changed the same field since, it is asked about; fields
 * that do not collide are merged without a word.
 */
export async function saveMerged(
    saving: Saving,
    newest: EntityRecord,
    patch: Patch,
    seen: Patch,
): Promise<EntityRecord> {
    const { register, fieldOf, ask } = saving;
    const keys = collidingKeys({ ...newest, ...seen }, newest, patch, fieldOf);
    const chosen = keys.length > 0 ? await ask(keys, newest, patch) : patch;
    if (Object.keys(chosen).length === 0) {
        return newest;
    }
    const body = Object.fromEntries(
        Object.entries(chosen).map(([key, value]) => [key, wireValue(fieldOf(key), value)]),
    );
    try {
        return await api.patch<EntityRecord>(`/${register.path}/${newest.id}`, {
            body,
            version: newest.version,
        });
    } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 412) {
            throw error;
        }
        const current = await currentRecord(register.path, error, newest.id);
        await refreshAfterWrite(register.path, current);
        return saveMerged(saving, current, chosen, valuesOf(newest, chosen));
    }
}
