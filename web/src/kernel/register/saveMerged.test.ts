import { afterEach, expect, test, vi } from 'vitest';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import type { Patch } from './merge';
import { saveMerged } from './saveMerged';

const label = { sv: '', en: '' };
const register = { path: 'assets', fields: [] } as unknown as RegisterDescription;
const fieldOf = (key: string): FieldDescription => ({ key, kind: 'text', label });

function record(version: number, values: Record<string, unknown>): EntityRecord {
    const common = { id: '1', ref: 'AST-1', title: '', created_at: '', updated_at: '' };
    return { ...common, version, ...values };
}

interface Sent {
    body: Patch;
    ifMatch: string | null;
}

/** A server that holds one record and answers as the real one: 412 with what stands. */
function serve(stored: EntityRecord): Sent[] {
    let current = stored;
    const sent: Sent[] = [];
    vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
        const ifMatch = new Headers(request.headers).get('If-Match');
        const body = JSON.parse(String(request.body)) as Patch;
        sent.push({ body, ifMatch });
        if (ifMatch !== `"${current.version}"`) {
            return Response.json({ status: 412, current }, { status: 412 });
        }
        current = { ...current, ...body, version: current.version + 1 };
        return Response.json(current);
    });
    return sent;
}

afterEach(() => vi.unstubAllGlobals());

const never = () => Promise.reject(new Error('must not ask'));

test('a_change_is_saved_against_the_version_it_was_made_from', async () => {
    const sent = serve(record(3, { title: 'a' }));
    const result = await saveMerged(
        { register, fieldOf, ask: never },
        record(3, { title: 'a' }),
        { title: 'b' },
        { title: 'a' },
    );
    expect(sent).toEqual([{ body: { title: 'b' }, ifMatch: '"3"' }]);
    expect(result).toMatchObject({ title: 'b', version: 4 });
});

test('changes_to_different_fields_are_merged_without_asking', async () => {
    const sent = serve(record(4, { title: 'a', note: 'theirs' }));
    const result = await saveMerged(
        { register, fieldOf, ask: never },
        record(3, { title: 'a', note: 'old' }),
        { title: 'b' },
        { title: 'a' },
    );
    expect(sent.map((one) => one.ifMatch)).toEqual(['"3"', '"4"']);
    expect(result).toMatchObject({ title: 'b', note: 'theirs', version: 5 });
});

test('a_collision_is_asked_about_and_nothing_is_overwritten_before', async () => {
    const sent = serve(record(4, { title: 'theirs' }));
    const asked: string[][] = [];
    const result = await saveMerged(
        {
            register,
            fieldOf,
            ask: async (keys) => {
                asked.push(keys);
                return {};
            },
        },
        record(3, { title: 'a' }),
        { title: 'mine' },
        { title: 'a' },
    );
    expect(asked).toEqual([['title']]);
    expect(sent).toHaveLength(1);
    expect(result).toMatchObject({ title: 'theirs', version: 4 });
});

test('a_page_that_was_refreshed_meanwhile_still_asks', async () => {
    const sent = serve(record(4, { title: 'theirs' }));
    const asked: string[][] = [];
    // The newest record is known already, but the person began from an older one.
    await saveMerged(
        {
            register,
            fieldOf,
            ask: async (keys, _current, patch) => {
                asked.push(keys);
                return patch;
            },
        },
        record(4, { title: 'theirs' }),
        { title: 'mine' },
        { title: 'a' },
    );
    expect(asked).toEqual([['title']]);
    expect(sent).toEqual([{ body: { title: 'mine' }, ifMatch: '"4"' }]);
});
