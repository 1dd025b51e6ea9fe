import { type KeyboardEvent, useId, useState } from 'react';
import type { TreeNode } from '../../kernel/api/contract';
import type { TreeProps } from './RequirementTree';
import { TreeBranch } from './TreeBranch';
import { TreeLine } from './TreeLine';
import styles from './frameworks.module.css';

interface TreeItemProps extends TreeProps {
    node: TreeNode;
    depth: number;
    isFirst: boolean;
}

function focusParent(item: HTMLElement): void {
    item.parentElement?.closest<HTMLElement>('[role="treeitem"]')?.focus();
}

export function TreeItem(props: TreeItemProps) {
    const { node, depth, selected, onSelect, isFirst } = props;
    const labelId = useId();
    const [open, setOpen] = useState(false);
    const hasChildren = node.children > 0;
    const isSelected = selected === node.id || selected === node.ref;
    const toggle = () => setOpen(!open);
    const choose = () => {
        onSelect(node);
        if (node.kind === 'group' && hasChildren) {
            toggle();
        }
    };
    const keys: Record<string, (item: HTMLElement) => void> = {
        Enter: choose,
        ' ': choose,
        ArrowRight: () => setOpen(hasChildren),
        ArrowLeft: (item) => (open ? setOpen(false) : focusParent(item)),
    };
    const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
        const act = keys[event.key];
        if (event.target === event.currentTarget && act) {
            event.preventDefault();
            act(event.currentTarget);
        }
    };
    return (
        <li
            role="treeitem"
            aria-expanded={hasChildren ? open : undefined}
            aria-selected={isSelected}
            aria-level={depth}
            aria-labelledby={labelId}
            tabIndex={isSelected || isFirst ? 0 : -1}
            className={styles.item}
            onKeyDown={onKey}
        >
            <TreeLine
                node={node}
                depth={depth}
                labelId={labelId}
                isSelected={isSelected}
                open={open}
                onToggle={toggle}
                onChoose={choose}
                mark={props.mark}
            />
            {open && (
                <ul role="group" className={styles.tree}>
                    <TreeBranch {...props} parent={node.id} depth={depth + 1} />
                </ul>
            )}
        </li>
    );
}
