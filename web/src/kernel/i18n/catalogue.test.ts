import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en';
import { sv } from './sv';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
    const texts = new Map<string, string>();
    for (const [key, value] of Object.entries(tree)) {
        if (typeof value === 'string') {
            texts.set(prefix + key, value);
        } else {
            for (const [inner, text] of flatten(value, `${prefix}${key}.`)) {
                texts.set(inner, text);
            }
        }
    }
    return texts;
}

const swedish = flatten(sv);
const english = flatten(en);

function placeholders(text: string): string[] {
    return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}

test('both_catalogues_hold_the_same_keys', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
});

test('no_text_is_empty_and_each_says_the_same_values', () => {
    for (const [key, text] of swedish) {
        expect(text.trim(), key).not.toBe('');
        expect(english.get(key)?.trim(), key).not.toBe('');
        // A singular may leave its number out ("one task"), so only other texts are compared.
        if (!key.endsWith('_one')) {
            expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
        }
    }
});

test('every_text_that_the_code_asks_for_exists', () => {
    const source = resolve(import.meta.dirname, '../..');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
        (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
    );
    const missing: string[] = [];
    for (const name of files) {
        const text = readFileSync(join(source, name), 'utf8');
        for (const [, key = ''] of text.matchAll(/\bt\(\s*'([a-z]\w*\.[\w.]+)'/gi)) {
            if (!swedish.has(key) && !swedish.has(`${key}_other`)) {
                missing.push(`${name}: ${key}`);
            }
        }
    }
    expect(missing).toEqual([]);
});
