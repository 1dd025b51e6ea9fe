import { expect, test } from 'vitest';
import { groupParts } from './PartList';

function part(name: string, depth: number, label?: string) {
    return { name, label, prose: 'text', depth };
}

test('items_follow_their_statement_and_guidance_begins_anew', () => {
    const groups = groupParts([
        part('statement', 0),
        part('item', 1, 'a.'),
        part('item', 2, '1.'),
        part('guidance', 0),
    ]);
    expect(groups.map(({ name, parts }) => [name, parts.length])).toEqual([
        ['statement', 3],
        ['guidance', 1],
    ]);
});

test('items_without_a_statement_make_one_group', () => {
    const groups = groupParts([part('item', 1, 'a.'), part('item', 1, 'b.'), part('overview', 1)]);
    expect(groups.map(({ name, parts }) => [name, parts.length])).toEqual([
        ['item', 2],
        ['overview', 1],
    ]);
});
