import { fieldModule } from '../../fields';
import type { FieldDescription } from '../../kernel/api/contract';
import { useRecord } from '../../kernel/api/queries';

interface ActorInputProps {
    id: string | undefined;
    label: string;
    onChoose: (value: unknown) => void;
}

const field: FieldDescription = {
    key: 'actor',
    kind: 'person',
    label: { sv: '', en: '' },
    target: 'people',
};

/** The address knows only the id of the person; the name is fetched. */
export function ActorInput(props: ActorInputProps) {
    return props.id ? <KnownActor {...props} id={props.id} /> : <AnyActor {...props} />;
}

function KnownActor({ id, label, onChoose }: ActorInputProps & { id: string }) {
    const { Input } = fieldModule(field);
    const person = useRecord('people', id);
    const value = person.data ?? { id, ref: id, title: '' };
    return <Input field={field} value={value} onChange={onChoose} label={label} />;
}

function AnyActor({ label, onChoose }: ActorInputProps) {
    const { Input } = fieldModule(field);
    return <Input field={field} value={null} onChange={onChoose} label={label} />;
}
