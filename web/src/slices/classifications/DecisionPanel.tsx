import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../fields';
import type { EntityRecord, RegisterDescription } from '../../kernel/api/contract';
import { Section } from '../../kernel/components/Section';
import { usePhrase } from '../../kernel/i18n';
import { TransitionButtons, openTransitions } from '../../kernel/register/TransitionButtons';
import { aspects } from './aspects';
import styles from './classification.module.css';

interface DecisionPanelProps {
    register: RegisterDescription;
    record: EntityRecord;
}

const participantKeys = ['ciso', 'process_owner', 'specialists'];

/** What is missing before the process owner can sign, and the button to sign with. */
export function DecisionPanel({ register, record }: DecisionPanelProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    if (record.state !== 'draft') {
        return (
            <Section title={t('classification.decision')}>
                <p className={styles.verdict} data-tone="good">
                    <IconCircleCheck size={20} aria-hidden />
                    {record.state === 'superseded'
                        ? t('classification.superseded')
                        : t('classification.decided')}
                </p>
            </Section>
        );
    }
    const decide = register.transitions.find((step) => step.name === 'decide');
    const needed = new Set<string>([...aspects, ...participantKeys, ...(decide?.required ?? [])]);
    const missing = register.fields.filter(
        (field) => needed.has(field.key) && isEmpty(record[field.key]),
    );
    const mayDecide = openTransitions(register, record).length > 0;
    return (
        <Section title={t('classification.decision')}>
            <p className={styles.note}>{t('classification.decisionHelp')}</p>
            {missing.length > 0 ? (
                <>
                    <p className={styles.verdict}>
                        <IconInfoCircle size={20} aria-hidden />
                        {t('classification.notReady')}
                    </p>
                    <ul className={styles.missing}>
                        {missing.map((field) => (
                            <li key={field.key}>{phrase(field.label)}</li>
                        ))}
                    </ul>
                </>
            ) : (
                <p className={styles.verdict} data-tone="good">
                    <IconCircleCheck size={20} aria-hidden />
                    {t('classification.ready')}
                </p>
            )}
            {mayDecide ? (
                <div className={styles.decide}>
                    <TransitionButtons
                        register={register}
                        record={record}
                        disabled={missing.length > 0}
                    />
                </div>
            ) : (
                <p className={styles.note}>{t('classification.onlyOwner')}</p>
            )}
        </Section>
    );
}
