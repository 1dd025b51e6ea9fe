import { expect, test } from 'vitest';
import type { RegisterDescription } from '../api/contract';
import { listQuery, nextSort, readListState } from './listState';

const phrase = { sv: '', en: '' };
const register: RegisterDescription = {
    name: 'asset',
    path: 'assets',
    ref_prefix: 'AST',
    label: phrase,
    label_plural: phrase,
    area: 'assets_risk',
    can: { read: true, create: true, update: true, archive: true },
    fields: [
        {
            key: 'kind',
            kind: 'choice',
            label: phrase,
            filterable: true,
            options: [
                { value: 'system', label: phrase },
                { value: 'service', label: phrase },
            ],
        },
        { key: 'description', kind: 'long_text', label: phrase },
    ],
    states: [
        { name: 'active', label: phrase, tone: 'good' },
        { name: 'ended', label: phrase, tone: 'neutral' },
    ],
    transitions: [],
};

test('the_address_gives_the_same_question_back', () => {
    const address = new URLSearchParams('q=lön&kind=system&state=active&sort=-title&archived=true');
    expect(listQuery(readListState(register, address))).toEqual({
        q: 'lön',
        kind: 'system',
        state: 'active',
        sort: '-title',
        archived: 'true',
    });
});

test('a_list_is_ordered_by_name_until_somebody_chooses', () => {
    expect(readListState(register, new URLSearchParams()).sort).toBe('title');
});

test('a_field_that_cannot_be_filtered_on_is_not_sent', () => {
    const address = new URLSearchParams('description=x&unknown=y');
    expect(readListState(register, address).filters).toEqual([]);
});

test('sorting_goes_up_then_down', () => {
    expect(nextSort('title', 'title')).toBe('-title');
    expect(nextSort('-title', 'title')).toBe('title');
    expect(nextSort('-title', 'kind')).toBe('kind');
});
