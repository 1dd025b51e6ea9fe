import { Skeleton } from '@mantine/core';
import { Suspense, lazy } from 'react';
import type { InputProps } from '../contract';

// The calendar is large and only fetched where somebody is to choose a day.
const Calendar = lazy(() => import('./CalendarInput'));

export function Input(props: InputProps) {
    return (
        <Suspense fallback={<Skeleton height={36} mt={props.hideLabel ? 0 : 26} />}>
            <Calendar {...props} />
        </Suspense>
    );
}
