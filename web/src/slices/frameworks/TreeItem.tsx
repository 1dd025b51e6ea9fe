import { type KeyboardEvent, useState } from 'react';
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
    const branch = item.closest('[role="group"]');
    (branch?.previousElementSibling as HTMLElement | null)?.focus();
}

export function TreeItem(props: TreeItemProps) {
    const { node, depth, selected, onSelect } = props;
    const [open, setOpen] = useState(false);
    const hasChildren = node.children > 0;
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
    const onKey = (event: KeyboardEvent<HTMLElement>) => {
        const act = keys[event.key];
        if (event.target === event.currentTarget && act) {
            event.preventDefault();
            act(event.currentTarget);
        }
    };
    return (
        <li role="none">
            <TreeLine
                node={node}
                depth={depth}
                isSelected={selected === node.id || selected === node.ref}
                isFirst={props.isFirst}
                open={open}
                onToggle={toggle}
                onChoose={choose}
                onKey={onKey}
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
