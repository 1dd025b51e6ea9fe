import {
    IconAlertTriangle,
    IconBuildingBank,
    IconChecklist,
    IconGauge,
    IconHome,
    IconServer2,
    IconSettings,
    IconShieldHalf,
    IconUsers,
    type Icon,
} from '@tabler/icons-react';
import type { Phrase, Session } from '../api/contract';
import type { RegisterModel } from '../register/model';
import { may } from '../session/session';

export const areaNames = [
    'my',
    'overview',
    'governance',
    'assets_risk',
    'people_access',
    'operations',
    'incidents_suppliers',
    'compliance',
    'settings',
] as const;

export type AreaName = (typeof areaNames)[number];

export const areaIcons: Record<AreaName, Icon> = {
    my: IconHome,
    overview: IconGauge,
    governance: IconBuildingBank,
    assets_risk: IconShieldHalf,
    people_access: IconUsers,
    operations: IconServer2,
    incidents_suppliers: IconAlertTriangle,
    compliance: IconChecklist,
    settings: IconSettings,
};

export interface Entry {
    to: string;
    label: Phrase | 'my' | 'log';
}

export interface Area {
    name: AreaName;
    entries: Entry[];
}

// Reached from a framework, from a record or from My page rather than as lists of their own.
const withoutEntry = new Set(['requirements']);

export function mayReadLedger(session: Session): boolean {
    return may(session, 'ledger.read');
}

/** The rail: only areas that hold something the person may see. */
export function areasFor(model: RegisterModel, session: Session): Area[] {
    const entries = new Map<AreaName, Entry[]>(areaNames.map((name) => [name, []]));
    entries.get('my')?.push({ to: '/', label: 'my' });
    for (const register of model.registers) {
        if (register.can.read && !withoutEntry.has(register.path)) {
            const area = entries.get(register.area as AreaName) ?? entries.get('overview');
            area?.push({ to: `/${register.path}`, label: register.label_plural });
        }
    }
    if (mayReadLedger(session)) {
        entries.get('settings')?.push({ to: '/log', label: 'log' });
    }
    return areaNames
        .map((name) => ({ name, entries: entries.get(name) ?? [] }))
        .filter((area) => area.entries.length > 0);
}

export function areaOf(areas: Area[], pathname: string): Area | undefined {
    const first = `/${pathname.split('/')[1] ?? ''}`;
    const place = first === '/requirements' ? '/frameworks' : first;
    return areas.find((area) => area.entries.some((entry) => entry.to === place));
}
