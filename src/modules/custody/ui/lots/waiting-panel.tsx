/* On the home page of who trades: sales and receipts of which the other side waits for a signature. Empty, it takes no room. */
import { lazy, Suspense } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { needWords, useWords } from '../../../../app/words.ts'
import type { SignaturesAwaited } from '../../contract-lots.ts'
import { moneyText } from './money.ts'

/** The home page opens without the office's words: the dialog brings them. */
const AnswerDialog = lazy(async () => {
  const [dialogs] = await Promise.all([import('./receive-dialogs.tsx'), needWords('office')])
  return { default: dialogs.AnswerDialog }
})

export function WaitingPanel() {
  const { t, language } = useWords()
  const { data } = useAnswer<SignaturesAwaited>('/api/signatures')
  if (!data || data.purchases.length + data.receipts.length === 0) return null
  const { purchases, receipts } = data
  return (
    <Panel title={t('act.sign.waiting')}>
      <div className="stack">
        {purchases.length > 0 && <b>{t('act.sign.waiting.purchase', { n: purchases.length })}</b>}
        <ul className="plain-list stack">
          {purchases.map((one) => (
            <li key={one.id} className="row tight">
              <span className="grow">
                <AppLink to={`/slips/purchases/${one.id}`}>{one.number}</AppLink> · {one.sellerName ?? '–'} → {one.buyerName ?? '–'} ·{' '}
                <DateText date={one.boughtOn} /> · <b>{moneyText(language, one.totalHundredths, one.currency)}</b>
              </span>
              <Suspense fallback={null}>
                <AnswerDialog path={`/api/purchases/${one.id}/answers`} explain={t('act.answer.purchase')} purchase={one} />
              </Suspense>
            </li>
          ))}
        </ul>
        {receipts.length > 0 && <b>{t('act.sign.waiting.receipt', { n: receipts.length })}</b>}
        <ul className="plain-list stack">
          {receipts.map((one) => (
            <li key={`${one.lot} ${one.receivedOn ?? ''}`}>
              <AppLink to={`/lots/${one.lot}`}>{one.number}</AppLink> · {t('act.sign.waiting.received', { to: one.toName ?? '–' })}
              {one.receivedOn !== null && (
                <>
                  {' '}
                  · <DateText date={one.receivedOn} />
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
