/* Small marks of a case: risk by word and shape, never by colour alone; what is due, in hours or days. */
import { useWords } from '../../../../app/words.ts'
import { clockLabels, riskLabels } from '../../domain/case/case-labels.ts'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import type { RiskLevel } from '../../domain/clocks/clock-rulebook.ts'
import { say } from '../../domain/label.ts'
import { distanceOf } from './work-lines.ts'
import './case.css'

const shapes: { readonly [Level in RiskLevel]: string } = { high: '■', medium: '▲', low: '●' }
export function RiskMark({ level, isRated = true }: { readonly level: RiskLevel; readonly isRated?: boolean }) {
  const { t, language } = useWords()
  return (
    <span className={`case-risk ${level}`}>
      <span aria-hidden="true">{shapes[level]}</span> {say(riskLabels, level, language)}
      {!isRated && <span className="small"> · {t('case.not-rated')}</span>}
    </span>
  )
}
export function DueText({ face, now }: { readonly face: Pick<ClockFace, 'clock' | 'dueAt' | 'state'>; readonly now: string }) {
  const { t, language } = useWords()
  const { unit, n, isLate } = distanceOf(now, face.dueAt)
  const when = face.state === 'paused' ? t('case.clock.paused') : t(`case.due.${isLate ? 'late' : 'in'}.${unit}`, { n })
  return (
    <span className={isLate && face.state !== 'paused' ? 'case-late' : undefined}>
      {t('case.clock.due', { clock: say(clockLabels, face.clock, language), when })}
    </span>
  )
}
