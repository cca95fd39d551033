/* The slip of a sachet in two copies, one for who dug and one for who bought: figures, serial and price beside the reference; never a name. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { GoldDetail } from '../../contract-gold.ts'
import { SlipPage } from '../sheets/slip-page.tsx'
import { useSachetLines } from './sachet-lines.tsx'

export function GoldSlip({ params }: ScreenProps) {
  const { t } = useWords()
  const lines = useSachetLines()
  const id = params['lot'] ?? ''
  const { data, error, again } = useAnswer<GoldDetail>(`/api/gold/lots/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { lot } = data.gold
  /** As sealed on the day of the purchase, whatever number it got afterwards. */
  const serial = data.reopenings[0]?.oldSerial ?? lot.tag ?? lot.number
  const code = id.replaceAll('-', '').slice(-8).toUpperCase()
  return (
    <SlipPage
      title={t('gold.slip.title')}
      number={lot.number}
      copies={[t('gold.slip.miner'), t('act.slip.copy.buyer')]}
      state={lot.state === 'quarantined' ? { text: t('gold.slip.held'), grave: true } : null}
      facts={[[t('gold.serial'), serial], ...lines(data)]}
      signatures={[t('gold.slip.sign.miner'), t('act.slip.sign.buyer')]}
      foot={t('act.slip.foot', { code: `${code.slice(0, 4)}-${code.slice(4)}` })}
      print={t('act.slip.print')}
      actions={<AppLink to={`/lots/${id}`}>{lot.number}</AppLink>}
    />
  )
}
