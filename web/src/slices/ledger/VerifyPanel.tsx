import { Button } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kernel/api/client';
import type { LedgerEntry } from '../../kernel/api/contract';
import { problemText } from '../../kernel/errors/problemText';
import { browserMemory, serverLedger } from './source';
import { type Step, verifyEntry } from './verify/verifyEntry';
import { VerifyStep } from './VerifyStep';
import styles from './ledger.module.css';

type Verdict = 'verified' | 'notVerified' | 'partly';

function verdictOf(steps: Step[]): Verdict {
    if (steps.some((step) => step.outcome === 'failed')) {
        return 'notVerified';
    }
    const isPartial = ({ outcome }: Step) => outcome === 'unsupported' || outcome === 'skipped';
    return steps.some(isPartial) ? 'partly' : 'verified';
}

export function VerifyPanel({ entry }: { entry: LedgerEntry }) {
    const { t } = useTranslation();
    const [steps, setSteps] = useState<Step[]>([]);
    const [verdict, setVerdict] = useState<Verdict>();
    const [working, setWorking] = useState(false);
    const [failure, setFailure] = useState<string>();
    const verify = async () => {
        setSteps([]);
        setVerdict(undefined);
        setFailure(undefined);
        setWorking(true);
        try {
            const done = await verifyEntry(entry, serverLedger, browserMemory, (step) =>
                setSteps((before) => [...before, step]),
            );
            setVerdict(verdictOf(done));
        } catch (error) {
            const waiting = error instanceof ApiError && error.status === 409;
            setFailure(waiting ? t('ledger.notSequenced') : problemText(error, t));
        } finally {
            setWorking(false);
        }
    };
    return (
        <div className={styles.verify}>
            <div className={styles.verifyHead}>
                <Button
                    size="xs"
                    variant="light"
                    loading={working}
                    leftSection={<IconRosetteDiscountCheck size={17} aria-hidden />}
                    data-testid="verify"
                    onClick={() => void verify()}
                >
                    {t('ledger.verify')}
                </Button>
                <span className={styles.note}>{t('ledger.verifyHelp')}</span>
            </div>
            <ol className={styles.steps}>
                {steps.map((step) => (
                    <VerifyStep key={step.name} step={step} />
                ))}
            </ol>
            <div role="status" className={styles.verdict} data-verdict={verdict}>
                {verdict && t(`ledger.${verdict}`)}
            </div>
            <div role="alert" className={styles.failure}>
                {failure}
            </div>
        </div>
    );
}
