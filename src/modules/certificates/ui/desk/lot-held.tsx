/* A certificate over a lot that is held: it stays what it is, but whoever lets goods pass must hear that the lot may not leave. For who may see the lot. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { type Held, holdOf } from './hold-of.ts'

export function LotHeld({ lot, number }: { readonly lot: string; readonly number: string }) {
  const { t } = useWords()
  const me = useMe().data
  const { data } = useAnswer<Held>(mayOpen('custody.read', me) ? `/api/lots/${lot}` : null)
  if (!data || holdOf(data) === null) return null
  return (
    <Note tone="red">
      {t('dossier.certified-held', { number })} <HoldReason held={data} /> <AppLink to={`/lots/${lot}`}>{t('dossier.lot-see')}</AppLink>
    </Note>
  )
}

export function HoldReason({ held }: { readonly held: Held }) {
  const { t } = useWords()
  const hold = holdOf(held)
  if (hold === null || hold.because === null) return null
  return (
    <>
      {t('dossier.hold-reason')} {hold.isRules ? t('lots.because.rules', { rules: hold.because }) : hold.because}.
    </>
  )
}
