import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step } from './verify/verifyEntry';
import styles from './ledger.module.css';

const icons = {
    passed: IconCircleCheck,
    first: IconCircleCheck,
    failed: IconCircleX,
    skipped: IconCircleDashed,
    unsupported: IconCircleDashed,
};

const texts = {
    leaf: 'ledger.stepLeaf',
    content: 'ledger.stepContent',
    checkpoint: 'ledger.stepCheckpoint',
    inclusion: 'ledger.stepInclusion',
    signature: 'ledger.stepSignature',
    history: 'ledger.stepHistory',
} as const;

const spoken = {
    passed: 'ledger.stepPassed',
    first: 'ledger.stepPassed',
    failed: 'ledger.stepFailed',
    skipped: 'ledger.stepSkipped',
    unsupported: 'ledger.stepSkipped',
} as const;

export function VerifyStep({ step }: { step: Step }) {
    const { t } = useTranslation();
    const OutcomeIcon = icons[step.outcome];
    const text =
        step.outcome === 'first'
            ? t('ledger.stepHistoryFirst')
            : step.outcome === 'unsupported'
              ? t('ledger.stepUnsupported')
              : t(texts[step.name]);
    const counts = {
        inclusion: 'ledger.pathLength',
        checkpoint: 'ledger.treeSize',
        history: 'ledger.treeSize',
    } as const;
    const counted =
        step.count !== undefined && step.name in counts
            ? t(counts[step.name as keyof typeof counts], { count: step.count })
            : undefined;
    const detail =
        step.name === 'signature' && step.detail
            ? t('ledger.key', { id: step.detail })
            : step.detail;
    return (
        <li className={styles.step} data-outcome={step.outcome}>
            <OutcomeIcon size={19} aria-hidden />
            <div>
                <div>
                    {text}
                    <span className="sg-hidden">: {t(spoken[step.outcome])}</span>
                </div>
                {(counted || detail) && (
                    <div className={styles.stepDetail}>
                        {[counted, detail].filter(Boolean).join(' · ')}
                    </div>
                )}
            </div>
        </li>
    );
}
