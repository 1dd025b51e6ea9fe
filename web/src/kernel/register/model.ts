import { createContext, useContext } from 'react';
import type {
    FieldDescription,
    Model,
    RegisterDescription,
    ScaleDescription,
} from '../api/contract';

/** What the server says the person may see: registers, their fields and the scales. */
export class RegisterModel {
    private readonly byPath: Map<string, RegisterDescription>;
    private readonly byName: Map<string, RegisterDescription>;
    private readonly scales: Map<string, ScaleDescription>;
    readonly registers: RegisterDescription[];

    constructor(model: Model) {
        this.registers = model.items;
        this.byPath = new Map(model.items.map((register) => [register.path, register]));
        this.byName = new Map(model.items.map((register) => [register.name, register]));
        this.scales = new Map((model.scales ?? []).map((scale) => [scale.name, scale]));
    }

    /** Takes the path (`assets`) or, as ledger entries have it, the name (`asset`). */
    register(name: string | null | undefined): RegisterDescription | undefined {
        return name ? (this.byPath.get(name) ?? this.byName.get(name)) : undefined;
    }

    scale(name: string | null | undefined): ScaleDescription | undefined {
        return name ? this.scales.get(name) : undefined;
    }

    field(register: RegisterDescription, key: string): FieldDescription | undefined {
        return (
            register.fields.find((field) => field.key === key) ??
            commonFields(register).find((field) => field.key === key)
        );
    }
}

const ownershipLabel = { sv: 'Ansvar', en: 'Responsibility' };
const ownerLabel = { sv: 'Ägare', en: 'Owner' };
const unitLabel = { sv: 'Organisationsenhet', en: 'Organisation unit' };
const titleLabel = { sv: 'Namn', en: 'Name' };
const stateLabel = { sv: 'Läge', en: 'State' };

/** The fields that every record has and that the register's own list need not repeat. */
export function commonFields(register: RegisterDescription): FieldDescription[] {
    const fields: FieldDescription[] = [
        {
            key: 'title',
            kind: 'text',
            label: register.title_label ?? titleLabel,
            required: true,
            writable: true,
            sortable: true,
            max: 200,
        },
        {
            key: 'owner',
            kind: 'person',
            label: ownerLabel,
            target: 'people',
            writable: true,
            filterable: true,
            group: ownershipLabel,
        },
        {
            key: 'unit',
            kind: 'reference',
            label: unitLabel,
            target: 'units',
            writable: true,
            filterable: true,
            group: ownershipLabel,
        },
        {
            key: 'state',
            kind: 'choice',
            label: stateLabel,
            filterable: true,
            options: register.states.map((state) => ({ value: state.name, label: state.label })),
        },
    ];
    const own = new Set(register.fields.map((field) => field.key));
    return fields.filter((field) => !own.has(field.key));
}

export const ModelContext = createContext<RegisterModel>(
    new RegisterModel({ items: [], scales: [] }),
);

export function useModel(): RegisterModel {
    return useContext(ModelContext);
}
