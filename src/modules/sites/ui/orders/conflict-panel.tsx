/* Two officers changed one draft: both texts stand beside each other, and nothing goes before somebody chose. */
import { Button } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { type Difference, type Draft, differencesOf, editedDraft } from './draft-form.ts'

interface ConflictProps {
  readonly mine: Draft
  readonly theirs: OrderDraftPage
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}
const names = {
  orderKind: 'order.kind',
  number: 'order.number',
  signatoryRole: 'draft.signatory',
  signedOn: 'order.signed',
  signedAtPlace: 'draft.place',
  effectiveFrom: 'order.from',
  durationMonths: 'order.months',
  effectiveTo: 'order.until',
  legalBasis: 'missions.legal',
  recitals: 'draft.recitals',
  supersedes: 'draft.supersedes',
  statedCounts: 'draft.stated',
  scan: 'draft.scan',
  annex: 'order.annex',
} as const satisfies { readonly [Field in Difference['field']]: string }

export function ConflictPanel({ mine, theirs, keepMine, takeTheirs }: ConflictProps) {
  const { t } = useWords()
  return (
    <div role="alert" className="no-print">
      <Panel title={t('draft.conflict')}>
        <p>{t('draft.conflict.explain', { n: theirs.version })}</p>
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('draft.conflict.field')}</th>
                <th scope="col">{t('draft.conflict.yours')}</th>
                <th scope="col">{t('draft.conflict.other')}</th>
              </tr>
            </thead>
            <tbody>
              {differencesOf(mine, editedDraft(theirs)).map((one) => (
                <tr key={one.field}>
                  <td>{t(names[one.field])}</td>
                  <td style={{ whiteSpace: 'pre-wrap' }}>{one.mine || '–'}</td>
                  <td style={{ whiteSpace: 'pre-wrap' }}>{one.theirs || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="form-actions">
          <Button onClick={takeTheirs}>{t('draft.conflict.theirs')}</Button>
          <Button kind="primary" onClick={keepMine}>
            {t('draft.conflict.mine')}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
