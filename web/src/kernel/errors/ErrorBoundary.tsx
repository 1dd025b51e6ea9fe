import { Component, type ReactNode } from 'react';
import { CrashNote } from './CrashNote';

interface ErrorBoundaryProps {
    children: ReactNode;
    /** A new value (the address) clears the fault, so that leaving the page is enough. */
    place: string;
}

interface ErrorBoundaryState {
    failed: boolean;
    place: string;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
    override state: ErrorBoundaryState = { failed: false, place: this.props.place };

    static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
        return { failed: true };
    }

    static getDerivedStateFromProps(
        props: ErrorBoundaryProps,
        state: ErrorBoundaryState,
    ): Partial<ErrorBoundaryState> | null {
        return props.place === state.place ? null : { failed: false, place: props.place };
    }

    override render() {
        if (this.state.failed) {
            return <CrashNote onRetry={() => this.setState({ failed: false })} />;
        }
        return this.props.children;
    }
}
