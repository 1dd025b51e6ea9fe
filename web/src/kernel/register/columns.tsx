import type { ReactNode } from 'react';
import { fieldModule, isEmpty } from '../../fields';
import type {
    EntityRecord,
    FieldDescription,
    FieldKind,
    RegisterDescription,
} from '../api/contract';
import { StateBadge } from '../components/StateBadge';
import { LevelGroup } from '../../fields/scale/LevelGroup';
import { commonFields } from './model';

export interface ListColumn {
    id: string;
    header: string;
    /** The name to sort by, where the server can. */
    sort?: string;
    width: number;
    numeric?: boolean;
    cell: (record: EntityRecord) => ReactNode;
}

const widths: Record<FieldKind, number> = {
    text: 190,
    long_text: 260,
    choice: 150,
    scale: 128,
    day: 130,
    instant: 170,
    number: 110,
    yes_no: 100,
    reference: 210,
    references: 220,
    person: 170,
    people: 220,
};

export interface ColumnTexts {
    ref: string;
    state: string;
    updated: string;
    field: (field: FieldDescription) => string;
    instant: (value: string) => string;
}

function fieldColumn(field: FieldDescription, texts: ColumnTexts): ListColumn {
    const { Display } = fieldModule(field);
    return {
        id: field.key,
        header: texts.field(field),
        sort: field.sortable ? field.key : undefined,
        width: widths[field.kind],
        numeric: field.kind === 'number',
        cell: (record) =>
            isEmpty(record[field.key]) ? null : (
                <Display field={field} value={record[field.key]} compact />
            ),
    };
}

/** Levels on one and the same scale belong together and stand in one column. */
function levelColumn(scale: string, fields: FieldDescription[], texts: ColumnTexts): ListColumn {
    return {
        id: `scale-${scale}`,
        header: fields.map((field) => texts.field(field).slice(0, 1)).join('/'),
        width: 40 + 50 * fields.length,
        cell: (record) =>
            fields.every((field) => isEmpty(record[field.key])) ? null : (
                <LevelGroup fields={fields} record={record} />
            ),
    };
}

function listedColumns(register: RegisterDescription, texts: ColumnTexts): ListColumn[] {
    const listed = register.fields.filter((field) => field.list && field.key !== 'title');
    const levels = listed.filter((field) => field.kind === 'scale');
    const scales = [...new Set(levels.map((field) => field.scale ?? ''))];
    return [
        ...scales.map((scale) =>
            levelColumn(
                scale,
                levels.filter((field) => (field.scale ?? '') === scale),
                texts,
            ),
        ),
        ...listed
            .filter((field) => field.kind !== 'scale')
            .map((field) => fieldColumn(field, texts)),
    ];
}

export function columnsOf(register: RegisterDescription, texts: ColumnTexts): ListColumn[] {
    const title = [...commonFields(register), ...register.fields].find(
        (field) => field.key === 'title',
    );
    const hasStates = register.states.length > 1;
    return [
        {
            id: 'title',
            header: title ? texts.field(title) : 'title',
            sort: 'title',
            width: 290,
            cell: (record) => record.title,
        },
        { id: 'ref', header: texts.ref, sort: 'ref', width: 112, cell: (record) => record.ref },
        ...(hasStates
            ? [
                  {
                      id: 'state',
                      header: texts.state,
                      sort: 'state',
                      width: 160,
                      cell: (record: EntityRecord) => (
                          <StateBadge register={register} state={record.state} />
                      ),
                  },
              ]
            : []),
        ...listedColumns(register, texts),
        {
            id: 'updated_at',
            header: texts.updated,
            sort: 'updated_at',
            width: 170,
            cell: (record) => texts.instant(record.updated_at),
        },
    ];
}
