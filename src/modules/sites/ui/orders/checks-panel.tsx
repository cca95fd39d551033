/* The legal check: every point with its verdict and its reason, those that stop the signature first. */
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { OrderDraftPage } from '../../domain/orders/order-draft.ts'

type Check = OrderDraftPage['checks'][number]
const weight = { fails: 0, warns: 1, passes: 2, 'not-concerned': 3 } as const

export function ChecksPanel({ checks, stale }: { readonly checks: readonly Check[] | null; readonly stale: boolean }) {
  const { t } = useWords()
  const failing = (checks ?? []).filter((one) => one.verdict === 'fails').length
  return (
    <div className="no-print">
      <Panel title={t('check.title')}>
        {checks === null ? (
          <p>{t('check.none')}</p>
        ) : (
          <>
            {stale && <Note>{t('check.unsaved')}</Note>}
            <p role="status">
              <b>{failing === 0 ? t('check.ready') : t('check.not-ready', { n: failing })}</b>
            </p>
            <ul className="plain-list stack" style={{ gap: 8 }}>
              {checks
                .toSorted((a, b) => weight[a.verdict] - weight[b.verdict])
                .map((one) => (
                  <li key={one.check}>
                    <b>
                      {t(`check.name.${one.check}`)}
                      {t('app.colon')} {t(`check.verdict.${one.verdict}`)}.
                    </b>{' '}
                    <span className={one.verdict === 'fails' ? 'fault' : 'small'}>{sentenceOf(one)}</span>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Panel>
    </div>
  )
}

/** Every reason has its sentence; those that many checks share have one for all. */
const sentenceOf = ({ check, reason, facts }: Check): string =>
  wordOr(`check.${check}.${reason}`, wordOr(`check.${reason}`, reason, factsOf(facts)), factsOf(facts))
const factsOf = (facts: unknown): { readonly [name: string]: unknown } => {
  const told: { readonly [name: string]: unknown } = typeof facts === 'object' && facts !== null ? { ...facts } : {}
  const { missing } = told
  return typeof missing === 'string' ? { ...told, missing: missing.split(', ').map(labelOf).join(', ') } : told
}
/** A field of the draft as its label on the form says it. */
const labels: { readonly [field: string]: string } = {
  number: 'order.number',
  signedOn: 'order.signed',
  effectiveFrom: 'order.from',
  signatoryRole: 'draft.signatory',
}
const labelOf = (field: string): string => wordOr(labels[field] ?? field, field)
