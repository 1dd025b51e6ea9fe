import { useTranslation } from 'react-i18next';
import type { RequirementParts } from '../../kernel/api/contract';
import styles from './frameworks.module.css';

type Part = RequirementParts['parts'][number];

interface PartGroup {
    heading: 'statement' | 'guidance' | 'other';
    name: string;
    parts: Part[];
}

function headingOf(name: string): PartGroup['heading'] {
    if (name === 'statement' || name === 'item') {
        return 'statement';
    }
    return name === 'guidance' ? 'guidance' : 'other';
}

/** Parts as the catalogue orders them; each outermost part begins a group with a heading. */
export function groupParts(parts: Part[]): PartGroup[] {
    const groups: PartGroup[] = [];
    const top = Math.min(...parts.map((part) => part.depth));
    for (const part of parts) {
        const last = groups.at(-1);
        const continues =
            last !== undefined &&
            (part.depth > top || (last.name === part.name && part.name === 'item'));
        if (continues) {
            last.parts.push(part);
        } else {
            groups.push({ heading: headingOf(part.name), name: part.name, parts: [part] });
        }
    }
    return groups;
}

export function PartList({ parts }: { parts: Part[] }) {
    const { t } = useTranslation();
    const top = parts.length > 0 ? Math.min(...parts.map((part) => part.depth)) : 0;
    return (
        <>
            {groupParts(parts).map((group, index) => (
                <div key={index}>
                    <h3>
                        {group.heading === 'other' ? group.name : t(`framework.${group.heading}`)}
                    </h3>
                    {group.parts.map((part, at) => (
                        <div
                            key={at}
                            className={styles.part}
                            style={{ marginLeft: (part.depth - top) * 22 }}
                        >
                            {part.label && <span className={styles.partLabel}>{part.label}</span>}
                            {part.prose && <span className={styles.prose}>{part.prose}</span>}
                        </div>
                    ))}
                </div>
            ))}
        </>
    );
}
