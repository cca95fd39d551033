/* Drafts that nobody signed yet, with the day of their last change. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { OrderDraftList } from '../../domain/orders/order-draft.ts'

export function DraftsPanel() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<OrderDraftList>('/api/order-drafts')
  return (
    <Panel title={t('draft.list')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.drafts.length === 0 && <p className="small">{t('draft.list.none')}</p>}
      <ul className="plain-list stack" style={{ gap: 8 }}>
        {data?.drafts.map((one) => (
          <li key={one.draft}>
            <AppLink to={`/orders/drafts/${one.draft}`}>
              {t(`order.kind.${one.orderKind}`)} · {one.number ?? t('draft.unnumbered')}
            </AppLink>{' '}
            <span className="small">
              {t('draft.sites', { n: one.sites })} · {t('draft.version', { n: one.version })} · {t('draft.changed')}{' '}
              <InstantText at={one.changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
