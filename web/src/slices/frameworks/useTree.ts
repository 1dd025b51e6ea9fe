import { useQuery } from '@tanstack/react-query';
import { api } from '../../kernel/api/client';
import type { TreeNode } from '../../kernel/api/contract';

/** The requirements right under one of them, or the top of the framework. */
export function useBranch(framework: string, parent: string | undefined, enabled = true) {
    return useQuery({
        queryKey: ['tree', framework, parent ?? ''],
        enabled,
        staleTime: 5 * 60_000,
        queryFn: async ({ signal }) => {
            const answer = await api.get<{ items: TreeNode[] }>(`/frameworks/${framework}/tree`, {
                query: { parent },
                signal,
            });
            return answer.items;
        },
    });
}
