import { expect, test } from 'vitest';
import type { EntityRecord, FieldDescription } from '../api/contract';
import { collidingKeys } from './merge';

const label = { sv: '', en: '' };
const fields: Record<string, FieldDescription> = {
    title: { key: 'title', kind: 'text', label },
    description: { key: 'description', kind: 'long_text', label },
    process: { key: 'process', kind: 'reference', label, target: 'processes' },
};
const fieldOf = (key: string) => fields[key];

function record(values: Record<string, unknown>): EntityRecord {
    return {
        id: '1',
        ref: 'AST-1',
        title: 'Lönesystemet',
        version: 1,
        created_at: '',
        updated_at: '',
        ...values,
    };
}

const before = record({ description: 'gammal', process: { id: 'p1', ref: 'PRC-1', title: 'Lön' } });

test('a_field_that_only_i_changed_does_not_collide', () => {
    const current = record({ ...before, title: 'Nytt namn' });
    expect(collidingKeys(before, current, { description: 'min' }, fieldOf)).toEqual([]);
});

test('a_field_that_both_changed_collides', () => {
    const current = record({ ...before, description: 'deras' });
    expect(collidingKeys(before, current, { description: 'min' }, fieldOf)).toEqual([
        'description',
    ]);
});

test('the_same_change_by_both_does_not_collide', () => {
    const current = record({ ...before, description: 'lika' });
    expect(collidingKeys(before, current, { description: 'lika' }, fieldOf)).toEqual([]);
});

test('references_are_compared_by_id_and_not_by_title', () => {
    const current = record({ ...before, process: { id: 'p1', ref: 'PRC-1', title: 'Löner' } });
    const patch = { process: { id: 'p2', ref: 'PRC-2', title: 'Personal' } };
    expect(collidingKeys(before, current, patch, fieldOf)).toEqual([]);
});
