/* On the home page of who receives referrals, keeps a share of keys or protects data: how much waits, never of whom. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { BreachList } from '../../contract-breach.ts'
import type { CustodiansShown, RecoveriesShown } from '../../contract-keys.ts'
import type { OverrideList, ReceivedReferrals } from '../../contract.ts'
import { breachesOf, receivedOf, unconfirmed } from './home-counts.ts'

export function ReceivedFigure() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ReceivedReferrals>('/api/referrals/received')
  if (!data) return error ? <ErrorState error={error} again={again} /> : null
  const { waiting, late } = receivedOf(data)
  return <Figure number={waiting} label={t('home.received', { n: waiting })} source={t('home.received.rule', { late })} to="/referrals" />
}
export function SharesFigure() {
  const { t } = useWords()
  const { data } = useAnswer<RecoveriesShown>('/api/keys/recoveries')
  const named = useAnswer<CustodiansShown>('/api/keys/custodians').data
  if (!data) return null
  const n = data.recoveries.length + (named?.waiting?.mayConfirm === true ? 1 : 0)
  return <Figure number={n} label={t('home.shares', { n })} source={t('home.shares.rule')} to="/key-shares" />
}
export function DataFigures() {
  const { t } = useWords()
  const breaches = useAnswer<BreachList>('/api/breaches').data
  const passedOver = useAnswer<OverrideList>('/api/consent-overrides').data
  const found = breaches && breachesOf(breaches)
  const n = passedOver && unconfirmed(passedOver)
  return (
    <>
      {found && (
        <Figure
          number={found.open}
          label={t('home.breaches', { n: found.open })}
          source={t('home.breaches.rule', { late: found.late })}
          to="/safety"
        />
      )}
      {passedOver && n !== undefined && (
        <Figure
          number={n}
          label={t('home.overrides', { n })}
          source={t('home.overrides.rule', { asked: passedOver.erasuresAsked })}
          to="/consent-overrides"
        />
      )}
    </>
  )
}
