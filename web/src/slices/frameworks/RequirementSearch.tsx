import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, TreeNode } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import styles from './frameworks.module.css';

interface RequirementSearchProps {
    framework: string;
    q: string;
    selected: string | undefined;
    onSelect: (node: TreeNode) => void;
    mark?: (node: TreeNode) => ReactNode;
}

// AC-2 before AC-10.
const byNumber = new Intl.Collator('en', { numeric: true });

function asNode(record: EntityRecord): TreeNode {
    return {
        id: record.id,
        ref: record.ref,
        number: String(record['number'] ?? ''),
        title: record.title,
        kind: (record['kind'] as TreeNode['kind'] | undefined) ?? 'control',
        withdrawn: record['withdrawn'] === true,
        children: 0,
    };
}

/** The requirements of a framework that match what is searched for, without the tree. */
export function RequirementSearch(props: RequirementSearchProps) {
    const { t } = useTranslation();
    const found = useRecords('requirements', {
        framework: props.framework,
        q: props.q,
        sort: 'number',
        limit: 100,
        count: 'exact',
    });
    const nodes = (found.data?.items.map(asNode) ?? []).sort((a, b) =>
        byNumber.compare(a.number, b.number),
    );
    return (
        <>
            <div className={styles.hits} role="status">
                {found.data
                    ? t('framework.hits', { count: found.data.total ?? nodes.length })
                    : t('app.loading')}
            </div>
            <ul className={styles.tree}>
                {nodes.map((node) => (
                    <li key={node.id} className={styles.hit}>
                        {props.mark?.(node)}
                        <button
                            type="button"
                            className={styles.hitButton}
                            data-selected={props.selected === node.id || undefined}
                            onClick={() => props.onSelect(node)}
                        >
                            <span data-withdrawn={node.withdrawn || undefined}>
                                <span className={styles.number}>{node.number}</span> {node.title}
                            </span>
                            {node.withdrawn && (
                                <span className={styles.withdrawn}>{t('framework.withdrawn')}</span>
                            )}
                        </button>
                    </li>
                ))}
            </ul>
        </>
    );
}
