import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { EntityRecord, RegisterDescription } from '../../kernel/api/contract';
import { PageHeader } from '../../kernel/components/PageHeader';
import { StateBadge } from '../../kernel/components/StateBadge';
import { usePhrase } from '../../kernel/i18n';
import { RecordMenu } from '../../kernel/register/RecordMenu';
import { RequirementBrowser } from './RequirementBrowser';
import { RequirementText } from './RequirementText';
import styles from './frameworks.module.css';

interface FrameworkViewProps {
    register: RegisterDescription;
    record: EntityRecord;
}

export function FrameworkView({ register, record }: FrameworkViewProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const [parameters, setParameters] = useSearchParams();
    const selected = parameters.get('requirement') ?? undefined;
    const facts = [
        record['edition'] && `${t('framework.edition')} ${String(record['edition'])}`,
        record['publisher'],
    ].filter(Boolean);
    return (
        <article className={styles.page}>
            <PageHeader
                above={
                    <>
                        <Link to={`/${register.path}`}>{phrase(register.label_plural)}</Link>
                        <span aria-hidden="true">/</span>
                        <span>{record.ref}</span>
                    </>
                }
                title={record.title}
                beside={<StateBadge register={register} state={record.state} />}
                text={facts.join(' · ')}
                actions={<RecordMenu register={register} record={record} />}
            />
            <div className={styles.split} data-reading={selected !== undefined || undefined}>
                <div className={styles.left}>
                    <RequirementBrowser
                        framework={record.id}
                        selected={selected}
                        onSelect={(node) => setParameters({ requirement: node.ref })}
                    />
                </div>
                <div className={styles.right} aria-live="polite">
                    {selected === undefined ? (
                        <p className={styles.choose}>{t('framework.choose')}</p>
                    ) : (
                        <RequirementText
                            key={selected}
                            id={selected}
                            onBack={() => setParameters({})}
                        />
                    )}
                </div>
            </div>
        </article>
    );
}
