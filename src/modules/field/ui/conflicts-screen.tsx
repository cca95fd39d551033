/* The conflict desk: forms on which two people went on from the same state. Both versions are kept until somebody has looked. */
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import { DraftTitle, VersionBy } from './conflicts-parts.tsx'
import { type ConflictShort, listConflicts } from './conflicts-source.ts'
import { usePhone } from './use-phone.ts'
import './conflicts.css'

export function ConflictsScreen() {
  const { t } = useWords()
  const phone = usePhone()
  const { data, error, refetch } = useQuery({
    queryKey: ['conflicts', phone?.holder.account ?? null],
    queryFn: () => listConflicts(phone),
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Page title={t('conflict.title')} under={t('conflict.under')}>
      {error ? <ErrorState error={error} again={() => void refetch()} /> : data === undefined ? <Loading /> : <List found={data} />}
    </Page>
  )
}

function List({ found }: { readonly found: readonly ConflictShort[] }) {
  const { t } = useWords()
  if (found.length === 0) return <EmptyState title={t('conflict.none')}>{t('conflict.none.do')}</EmptyState>
  return (
    <>
      {found.map(({ draft, heads }) => (
        <Panel key={draft} title={t('conflict.versions', { n: heads.length })}>
          <p>
            <AppLink to={`/field/conflicts/${encodeURIComponent(draft)}`} className="conflict-open">
              <DraftTitle draft={draft} />
            </AppLink>
          </p>
          <ul className="small">
            {heads.map((head) => (
              <li key={head.revision}>
                <VersionBy version={head} /> · <InstantText at={head.savedAt} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>
  )
}
