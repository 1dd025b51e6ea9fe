import { usePhrase } from '../../kernel/i18n';
import { useModel } from '../../kernel/register/model';
import type { DisplayProps } from '../contract';
import { LevelBadge } from './LevelBadge';

export function Display({ field, value, compact }: DisplayProps) {
    const phrase = usePhrase();
    const level = useModel()
        .scale(field.scale)
        ?.levels.find((candidate) => candidate.value === Number(value));
    return (
        <LevelBadge
            value={Number(value)}
            label={level ? phrase(level.label) : undefined}
            compact={compact}
        />
    );
}
