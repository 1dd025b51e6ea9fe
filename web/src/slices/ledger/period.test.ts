import { expect, test } from 'vitest';
import { fromWallClock, toWallClock } from '../../fields/instant/zone';
import { endOfDay, startOfDay } from './period';

test('a_day_begins_at_midnight_in_stockholm', () => {
    expect(startOfDay('2026-01-15')).toBe('2026-01-14T23:00:00Z');
    expect(startOfDay('2026-07-15')).toBe('2026-07-14T22:00:00Z');
});

test('a_day_lasts_23_hours_when_summer_time_begins', () => {
    expect(startOfDay('2026-03-29')).toBe('2026-03-28T23:00:00Z');
    expect(endOfDay('2026-03-29')).toBe('2026-03-29T22:00:00Z');
});

test('a_wall_clock_time_survives_the_way_there_and_back', () => {
    for (const wall of ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T04:30']) {
        expect(toWallClock(fromWallClock(wall) ?? '')).toBe(wall);
    }
});

test('nonsense_gives_nothing', () => {
    expect(startOfDay('x')).toBeUndefined();
    expect(endOfDay('x')).toBeUndefined();
    expect(endOfDay(undefined)).toBeUndefined();
});
