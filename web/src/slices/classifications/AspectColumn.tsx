import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, RegisterDescription } from '../../kernel/api/contract';
import { useModel } from '../../kernel/register/model';
import type { RecordEditor } from '../../kernel/register/useRecordEditor';
import type { Aspect } from './aspects';
import { LevelPicker } from './LevelPicker';
import { ReasonText } from './ReasonText';
import styles from './classification.module.css';

interface AspectColumnProps {
    aspect: Aspect;
    register: RegisterDescription;
    record: EntityRecord;
    editor: RecordEditor;
    mayEdit: boolean;
}

/** One of K, R and T: the question, the five levels with their consequences, and the reason. */
export function AspectColumn({ aspect, register, record, editor, mayEdit }: AspectColumnProps) {
    const { t } = useTranslation();
    const model = useModel();
    const id = useId();
    const field = register.fields.find((one) => one.key === aspect);
    const scale = model.scale(field?.scale ?? 'krt');
    const value = record[aspect];
    return (
        <section className={styles.aspect} aria-labelledby={id} data-testid={`aspect-${aspect}`}>
            <div className={styles.aspectHead}>
                <span className={styles.letter} aria-hidden="true">
                    {t(`classification.${aspect}Short`)}
                </span>
                <div>
                    <h2 id={id} className={styles.aspectName}>
                        {t(`classification.${aspect}`)}
                    </h2>
                    <p className={styles.ask}>{t(`classification.${aspect}Ask`)}</p>
                </div>
            </div>
            <LevelPicker
                name={t(`classification.${aspect}`)}
                aspect={aspect}
                levels={scale?.levels ?? []}
                value={typeof value === 'number' ? value : null}
                disabled={!mayEdit}
                onChoose={(level) => editor.save({ [aspect]: level }, { [aspect]: value })}
            />
            <ReasonText
                field={`${aspect}_reason`}
                record={record}
                editor={editor}
                mayEdit={mayEdit}
                label={t('classification.reason')}
            />
        </section>
    );
}
