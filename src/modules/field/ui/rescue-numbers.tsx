/* What came of a rescue file, in the server's numbers: at a desk and as the receipt on a telephone. */
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { Rescued } from '../contract.ts'

const NUMBERS = ['taken', 'before', 'waiting', 'refused', 'drafts', 'photos', 'unreadable'] as const

export function RescueNumbers({ rescued }: { readonly rescued: Rescued }) {
  const { t } = useWords()
  const isKnown = rescued.taken + rescued.waiting + rescued.refused === 0 && rescued.before > 0
  return (
    <>
      <Note tone="good" live>
        {t(isKnown ? 'rescue.nothing-new' : 'rescue.done')}
      </Note>
      <Pairs lines={NUMBERS.map((name) => [t(`rescue.${name}`), rescued[name]])} />
      {rescued.unreadable > 0 && <Note tone="warn">{t('rescue.unreadable.do')}</Note>}
    </>
  )
}
