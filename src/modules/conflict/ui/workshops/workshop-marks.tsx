/* Marks of workshops: the hall is open; what a group says of an entry, by sign and word; where a number was proposed by us. */
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { StanceOfGroup } from './wall-reading.ts'
import './workshops.css'

export function OpenMark() {
  const { t } = useWords()
  return (
    <span className="workshop-mark">
      <span aria-hidden="true">●</span> {t('workshop.hall.open')}
    </span>
  )
}

const signs: { readonly [Taken in StanceOfGroup['stance']]: string } = {
  ...{ agree: '✓', dissent: '✕', 'cannot-say': '?', wrote: '✎', 'not-yet': '○' },
}
export function StanceMark({ stance }: { readonly stance: StanceOfGroup['stance'] }) {
  const { t } = useWords()
  return (
    <span className={stance === 'dissent' ? 'workshop-mark dissent' : 'workshop-mark'}>
      <span aria-hidden="true">{signs[stance]}</span>{' '}
      {stance === 'wrote' || stance === 'not-yet' ? t(`workshop.stance.${stance}`) : t(`code.stance.${stance}`)}
    </span>
  )
}
/** What each group says, dissents with their reasons. */
export function Stances({ stances }: { readonly stances: readonly StanceOfGroup[] }) {
  return (
    <ul className="plain-list workshop-stances">
      {stances.map(({ group, name, stance, reason }) => (
        <li key={group}>
          {name} <StanceMark stance={stance} />
          {reason !== null && <q className="workshop-reason">{reason}</q>}
        </li>
      ))}
    </ul>
  )
}
export function Proposed() {
  const { t } = useWords()
  return <Source>{t('workshop.proposed')}</Source>
}
