import { useTranslation } from 'react-i18next';
import type { RequirementParts } from '../../kernel/api/contract';
import styles from './frameworks.module.css';

type Part = RequirementParts['parts'][number];

// The names that OSCAL gives to parts, in the words of the page.
const headings = {
    statement: 'framework.statement',
    item: 'framework.statement',
    guidance: 'framework.guidance',
    overview: 'framework.overview',
    example: 'framework.example',
    'assessment-objective': 'framework.objective',
    objective: 'framework.objective',
    'assessment-method': 'framework.method',
} as const;

interface PartGroup {
    name: string;
    parts: Part[];
}

function headingOf(name: string): (typeof headings)[keyof typeof headings] | 'framework.other' {
    return name in headings ? headings[name as keyof typeof headings] : 'framework.other';
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
            groups.push({ name: part.name, parts: [part] });
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
                    <h3>{t(headingOf(group.name))}</h3>
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
