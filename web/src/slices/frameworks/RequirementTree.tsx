import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeNode } from '../../kernel/api/contract';
import { TreeBranch } from './TreeBranch';
import styles from './frameworks.module.css';

export interface TreeProps {
    framework: string;
    selected: string | undefined;
    onSelect: (node: TreeNode) => void;
    /** What stands before the name of a requirement, such as a check box. */
    mark?: (node: TreeNode) => ReactNode;
}

function move(root: HTMLElement, step: number): void {
    const items = [...root.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus();
}

/** A tree by the ARIA pattern: arrows move, right opens, left closes or goes to the parent. */
export function RequirementTree(props: TreeProps) {
    const { t } = useTranslation();
    const root = useRef<HTMLUListElement>(null);
    const onKey = (event: KeyboardEvent) => {
        if (root.current === null) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            move(root.current, event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === 'Home' || event.key === 'End') {
            event.preventDefault();
            move(root.current, event.key === 'Home' ? -100_000 : 100_000);
        }
    };
    return (
        <ul
            ref={root}
            role="tree"
            aria-label={t('framework.tree')}
            className={styles.tree}
            onKeyDown={onKey}
        >
            <TreeBranch {...props} parent={undefined} depth={1} />
        </ul>
    );
}
