import { Suspense, lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { PageLoading } from './kernel/components/PageLoading';
import { ErrorBoundary } from './kernel/errors/ErrorBoundary';
import { NotFoundPage } from './kernel/layout/NotFoundPage';
import { MyPage } from './slices/my/MyPage';

const LedgerPage = lazy(() => import('./slices/ledger/LedgerPage'));
const ListPage = lazy(() => import('./kernel/register/ListPage'));
const CreatePage = lazy(() => import('./kernel/register/CreatePage'));
const RecordPage = lazy(() => import('./kernel/register/RecordPage'));
const ClassificationPage = lazy(() => import('./slices/classifications/ClassificationPage'));
const StartClassification = lazy(() => import('./slices/classifications/StartPage'));
const FrameworkPage = lazy(() => import('./slices/frameworks/FrameworkPage'));
const RequirementRedirect = lazy(() => import('./slices/frameworks/RequirementRedirect'));

/** Special pages stand before the general ones, which serve every register. */
export function Pages() {
    const { pathname } = useLocation();
    return (
        <ErrorBoundary place={pathname}>
            <Suspense fallback={<PageLoading />}>
                <Routes>
                    <Route index element={<MyPage />} />
                    <Route path="log" element={<LedgerPage />} />
                    <Route path="classifications/new" element={<StartClassification />} />
                    <Route path="classifications/:id" element={<ClassificationPage />} />
                    <Route path="frameworks/:id" element={<FrameworkPage />} />
                    <Route path="requirements/:id" element={<RequirementRedirect />} />
                    <Route path=":register" element={<ListPage />} />
                    <Route path=":register/new" element={<CreatePage />} />
                    <Route path=":register/:id" element={<RecordPage />} />
                    <Route path="*" element={<NotFoundPage />} />
                </Routes>
            </Suspense>
        </ErrorBoundary>
    );
}
