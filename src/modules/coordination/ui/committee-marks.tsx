/* Signs of committees and actions, and who sits: always a word beside the sign, so that no colour has to be seen. */
import { useWords } from '../../../app/words.ts'
import type { ActionStatus, CommitteeLine, FunctionalityIndex, SeatShown } from '../contract.ts'
import './committees.css'

const signs: { readonly [Status in ActionStatus]: string } = { OPEN: '○', IN_PROGRESS: '◔', DONE: '✓', OVERDUE: '▲', CANCELLED: '✕' }
export function ActionMark({ status }: { readonly status: ActionStatus }) {
  const { t } = useWords()
  return (
    <span className={status === 'OVERDUE' ? 'committee-mark late' : 'committee-mark'}>
      <span aria-hidden="true">{signs[status]}</span> {t(`action.status.${status}`)}
    </span>
  )
}
export function HealthMark({ line }: { readonly line: Pick<CommitteeLine, 'isImpaired'> }) {
  const { t } = useWords()
  return (
    <span className={line.isImpaired ? 'committee-mark late' : 'committee-mark'}>
      <span aria-hidden="true">{line.isImpaired ? '■' : '✓'}</span> {t(line.isImpaired ? 'committees.impaired' : 'committees.works')}
    </span>
  )
}
export const indexPercent = ({ index }: FunctionalityIndex): number | null => (index === null ? null : Math.round(index * 100))

/** The seats of one component with their bodies; who has no vote is said to observe. */
export function SeatList({ seats }: { readonly seats: readonly Pick<SeatShown, 'title' | 'organisationName' | 'voting'>[] }) {
  const { t } = useWords()
  return (
    <ul>
      {seats.map((seat, at) => (
        <li key={at}>
          {seat.title}
          {!seat.voting && ` (${t('committee.seat.observer')})`}
          <div className="small">{seat.organisationName ?? t('committee.seat.none')}</div>
        </li>
      ))}
    </ul>
  )
}
