import type { ComponentType } from 'react';
import type { FieldDescription } from '../kernel/api/contract';
import type { Language } from '../kernel/i18n';
import type { RegisterModel } from '../kernel/register/model';

export interface DisplayProps {
    field: FieldDescription;
    value: unknown;
    /** In a table cell: one line, no explanations. */
    compact?: boolean;
}

export interface InputProps {
    field: FieldDescription;
    value: unknown;
    onChange: (value: unknown) => void;
    label: string;
    /** The label is shown by the surroundings, and only spoken here. */
    hideLabel?: boolean;
    description?: string;
    error?: string;
    required?: boolean;
    autoFocus?: boolean;
    disabled?: boolean;
}

export interface PlainContext {
    language: Language;
    model: RegisterModel;
}

/** One kind of field on the page; the server's module of the same name decides what is valid. */
export interface FieldModule {
    Display: ComponentType<DisplayProps>;
    Input: ComponentType<InputProps>;
    toWire: (value: unknown) => unknown;
    plain: (field: FieldDescription, value: unknown, context: PlainContext) => string;
}

export function isEmpty(value: unknown): boolean {
    return (
        value === null ||
        value === undefined ||
        value === '' ||
        (Array.isArray(value) && value.length === 0)
    );
}

/** How Mantine inputs are labelled, with the label seen or only spoken. */
export function labelling(props: InputProps) {
    return {
        label: props.hideLabel ? undefined : props.label,
        'aria-label': props.hideLabel ? props.label : undefined,
        description: props.description,
        error: props.error,
        required: props.required,
        withAsterisk: props.required && !props.hideLabel,
        autoFocus: props.autoFocus,
        'data-autofocus': props.autoFocus || undefined,
        disabled: props.disabled,
    };
}
