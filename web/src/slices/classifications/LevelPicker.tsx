import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleLevel } from '../../kernel/api/contract';
import { problemText } from '../../kernel/errors/problemText';
import { usePhrase } from '../../kernel/i18n';
import { SavingCancelled } from '../../kernel/register/useRecordEditor';
import type { Aspect } from './aspects';
import styles from './classification.module.css';

interface LevelPickerProps {
    name: string;
    aspect: Aspect;
    levels: ScaleLevel[];
    value: number | null;
    disabled: boolean;
    onChoose: (level: number) => Promise<unknown>;
}

export function LevelPicker({ name, aspect, levels, value, disabled, onChoose }: LevelPickerProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const group = useId();
    const [chosen, setChosen] = useState(value);
    const [failure, setFailure] = useState<string>();
    useEffect(() => setChosen(value), [value]);
    // Arrow keys pass through the levels on the way; only where they stop is saved.
    const save = useDebouncedCallback(async (level: number) => {
        try {
            await onChoose(level);
        } catch (error) {
            setChosen(value);
            setFailure(error instanceof SavingCancelled ? undefined : problemText(error, t));
        }
    }, 350);
    const choose = (level: number) => {
        setChosen(level);
        setFailure(undefined);
        void save(level);
    };
    return (
        <div>
            <div role="radiogroup" aria-label={name} className={styles.levels}>
                {levels.map((level) => (
                    <label
                        key={level.value}
                        className={styles.level}
                        data-chosen={chosen === level.value || undefined}
                        data-disabled={disabled || undefined}
                    >
                        <input
                            type="radio"
                            className="sg-hidden"
                            name={group}
                            value={level.value}
                            checked={chosen === level.value}
                            disabled={disabled}
                            onChange={() => choose(level.value)}
                        />
                        <span className={styles.number} data-level={level.value}>
                            {level.value}
                        </span>
                        <span className={styles.levelText}>
                            <span className={styles.levelName}>{phrase(level.label)}</span>
                            <span className={styles.consequence}>
                                {phrase(level.meanings?.[aspect] ?? level.description)}
                            </span>
                        </span>
                    </label>
                ))}
            </div>
            <div role="alert" className={styles.failure}>
                {failure}
            </div>
        </div>
    );
}
