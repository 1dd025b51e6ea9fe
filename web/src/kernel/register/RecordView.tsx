import type { EntityRecord, RegisterDescription } from '../api/contract';
import { ConflictDialog } from './ConflictDialog';
import { FieldGroups } from './FieldGroups';
import { RecordHeader } from './RecordHeader';
import { RecordOrigin } from './RecordOrigin';
import { RecordSide } from './RecordSide';
import { recordExtra } from './extensions';
import styles from './record.module.css';
import { useRecordEditor } from './useRecordEditor';

interface RecordViewProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function RecordView({ register, record }: RecordViewProps) {
    const editor = useRecordEditor(register, record);
    const mayEdit = register.can.update && !record.archived_at;
    const extras = recordExtra(register.path);
    return (
        <article className={styles.page}>
            <RecordHeader register={register} record={record} editor={editor} mayEdit={mayEdit} />
            <div className={styles.columns}>
                <div className={styles.main}>
                    {extras?.Before && <extras.Before register={register} record={record} />}
                    <FieldGroups
                        register={register}
                        record={record}
                        editor={editor}
                        mayEdit={mayEdit}
                        without={extras?.without}
                    />
                    <RecordOrigin record={record} />
                </div>
                <RecordSide register={register} record={record} />
            </div>
            {editor.conflict && <ConflictDialog register={register} conflict={editor.conflict} />}
        </article>
    );
}
