import type { ComponentType } from 'react';
import type { InputProps } from '../../fields/contract';
import type { EntityRecord, Reference, RegisterDescription } from '../api/contract';

// What slices add to the general pages. They register themselves, so that the kernel knows none.

export interface RecordExtraProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export interface RecordExtra {
    Before?: ComponentType<RecordExtraProps>;
    /** Fields that the slice shows in its own way. */
    without?: ReadonlySet<string>;
}

const extras = new Map<string, RecordExtra>();
const orders = new Map<string, string>();
const pickers = new Map<string, ComponentType<InputProps>>();
const names = new Map<string, ComponentType<{ record: Reference }>>();

export function extendRecordPage(path: string, extra: RecordExtra): void {
    extras.set(path, extra);
}

export function recordExtra(path: string): RecordExtra | undefined {
    return extras.get(path);
}

/** How the list of a register is ordered until somebody chooses otherwise. */
export function orderRecords(path: string, sort: string): void {
    orders.set(path, sort);
}

export function orderOf(path: string): string {
    return orders.get(path) ?? 'title';
}

/** A way of its own to choose several records of a register. */
export function choosePicker(path: string, picker: ComponentType<InputProps>): void {
    pickers.set(path, picker);
}

export function pickerFor(path: string): ComponentType<InputProps> | undefined {
    return pickers.get(path);
}

/** A name of its own for the records of a register, where the title alone says too little. */
export function nameRecords(path: string, name: ComponentType<{ record: Reference }>): void {
    names.set(path, name);
}

export function nameFor(path: string): ComponentType<{ record: Reference }> | undefined {
    return names.get(path);
}
