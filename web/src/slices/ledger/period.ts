import { fromWallClock } from '../../fields/instant/zone';

/** The first instant of a day in the tenant's zone. */
export function startOfDay(day: string | undefined): string | undefined {
    return day ? (fromWallClock(`${day}T00:00`) ?? undefined) : undefined;
}

/** The first instant of the day after, so that the whole day is within. */
export function endOfDay(day: string | undefined): string | undefined {
    if (!day) {
        return undefined;
    }
    const next = new Date(`${day}T12:00:00Z`);
    if (Number.isNaN(next.getTime())) {
        return undefined;
    }
    next.setUTCDate(next.getUTCDate() + 1);
    return startOfDay(next.toISOString().slice(0, 10));
}
