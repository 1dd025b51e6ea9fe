// The shapes of the answers of /api/v1 that the kernel itself depends on. Records are not described
// here: their fields come at run time from GET /registers.

export interface Phrase {
    sv: string;
    en: string;
}

export interface Reference {
    id: string;
    ref: string;
    title: string;
    register?: string;
}

export interface Session {
    csrf_token: string;
    person: { id: string; ref: string; title: string; email: string };
    tenant: { slug: string; name: string; language: string };
    permissions: string[];
    second_factor: string;
    idle_minutes: number;
    expires_at: string;
}

export const fieldKinds = [
    'text',
    'long_text',
    'choice',
    'scale',
    'day',
    'instant',
    'number',
    'yes_no',
    'reference',
    'references',
    'person',
    'people',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

export interface Option {
    value: string;
    label: Phrase;
}

export interface FieldDescription {
    key: string;
    kind: FieldKind;
    label: Phrase;
    help?: Phrase | null;
    required?: boolean;
    max?: number | null;
    options?: Option[] | null;
    target?: string | null;
    scale?: string | null;
    list?: boolean;
    sortable?: boolean;
    filterable?: boolean;
    writable?: boolean;
    group?: Phrase | null;
}

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

export interface StateDescription {
    name: string;
    label: Phrase;
    tone: Tone;
}

export interface TransitionDescription {
    name: string;
    label: Phrase;
    from: string[];
    to: string;
    signature?: boolean;
    fields?: string[];
    required?: string[];
    allowed?: boolean;
}

export interface RegisterDescription {
    name: string;
    path: string;
    ref_prefix: string;
    label: Phrase;
    label_plural: Phrase;
    help?: Phrase | null;
    title_label?: Phrase | null;
    area: string;
    can: { read: boolean; create: boolean; update: boolean; archive: boolean };
    fields: FieldDescription[];
    states: StateDescription[];
    transitions: TransitionDescription[];
}

export interface ScaleLevel {
    value: number;
    label: Phrase;
    description?: Phrase | null;
    /** What the level means for one field in particular, by the field's key. */
    meanings?: Record<string, Phrase | undefined>;
    color?: string | null;
}

export interface ScaleDescription {
    name: string;
    label: Phrase;
    levels: ScaleLevel[];
}

export interface Model {
    items: RegisterDescription[];
    scales: ScaleDescription[];
}

export interface RecordBase {
    id: string;
    ref: string;
    title: string;
    state?: string | null;
    owner?: Reference | null;
    unit?: Reference | null;
    audience?: unknown;
    version: number;
    created_at: string;
    created_by?: Reference | null;
    updated_at: string;
    updated_by?: Reference | null;
    archived_at?: string | null;
}

export type EntityRecord = RecordBase & { [field: string]: unknown };

export interface Page<T> {
    items: T[];
    next?: string | null;
    total?: number | null;
}

export interface MyPage {
    tasks: EntityRecord[];
    owned: { register: string; id: string; ref: string; title: string; state?: string | null }[];
    waiting: EntityRecord[];
}

export interface TreeNode {
    id: string;
    ref: string;
    number: string;
    title: string;
    kind: 'group' | 'control' | 'enhancement';
    withdrawn: boolean;
    children: number;
}

export interface RequirementParts {
    parts: { name: string; label?: string | null; prose?: string | null; depth: number }[];
    parameters: { name: string; label?: string | null; value?: string | null }[];
}

export interface LedgerChange {
    field: string;
    before: unknown;
    after: unknown;
}

export interface LedgerEntry {
    id: string;
    index: number | null;
    at: string;
    event: string;
    actor: { kind: string; id?: string | null; title?: string | null };
    /** The id of the person for whom the system acted; `actor.title` is then that person's name. */
    on_behalf_of?: string | null;
    record?: (Reference & { register: string }) | null;
    changes?: LedgerChange[];
    details?: unknown;
    signature?: boolean;
    /** Null where it is not shown: confidential, or its bytes were dropped after the period. */
    leaf: string | null;
    dropped?: boolean;
    leaf_hash: string;
}

export interface InclusionAnswer {
    index: number;
    size: number;
    leaf_hash: string;
    hashes: string[];
    root: string;
}

export interface ConsistencyAnswer {
    from: number;
    to: number;
    hashes: string[];
}

export interface LedgerKey {
    origin: string;
    verifier_key: string;
}

export interface Problem {
    type?: string;
    title?: string;
    status: number;
    detail?: string;
    request_id?: string;
    errors?: { field?: string; code?: string; message?: string }[];
    [extension: string]: unknown;
}
