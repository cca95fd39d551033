/* Marks of warnings: severity by figure, shape and word; state by word; clocks in the hours of the place. */
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { WarningLine, WarningState } from '../../contract-warnings.ts'
import './warnings.css'

/** Fuller shapes for what is graver; the colour says no more than they do. */
const shapes = new Map([
  [5, '■'],
  [4, '▲'],
  [3, '◆'],
  [2, '●'],
  [1, '○'],
])
export function SeverityMark({ severity }: { readonly severity: number }) {
  const { t } = useWords()
  const grave = severity >= 5 ? 'severity-5' : severity === 4 ? 'severity-4' : ''
  return (
    <span className={`severity ${grave}`}>
      <span aria-hidden="true">{shapes.get(severity) ?? '○'}</span> {severity} · {severityText(t, severity)}
    </span>
  )
}
export const severityText = (t: ReturnType<typeof useWords>['t'], severity: number): string =>
  severity >= 5
    ? t('warning.severity.5')
    : severity === 4
      ? t('warning.severity.4')
      : severity === 3
        ? t('warning.severity.3')
        : severity === 2
          ? t('warning.severity.2')
          : t('warning.severity.1')

const signs: { readonly [State in WarningState]: string } = {
  ...{ received: '!', verified: '✓', unverified: '?', false: '✕', shared: '→', response: '◔', closed: '▣' },
}
export function StateMark({ state }: { readonly state: WarningState }) {
  const { t } = useWords()
  return (
    <span className="warning-state">
      <span aria-hidden="true">{signs[state]}</span> {t(`warning.state.${state}`)}
    </span>
  )
}
/** The clock that runs, in words and in the hours of the place; nothing where none does. */
export function WarningClock({ line }: { readonly line: WarningLine }) {
  const { t } = useWords()
  const { triageDue, isTriageLate, responsesLate, responders, answered, zone, state } = line
  if (triageDue !== null)
    return (
      <span className={isTriageLate ? 'small warning-late' : 'small'}>
        {t(isTriageLate ? 'warning.clock.late' : 'warning.clock.due', { when: instantText(triageDue, zone) })}
      </span>
    )
  if (responders === 0 || state === 'closed') return null
  return (
    <span className={responsesLate > 0 ? 'small warning-late' : 'small'}>
      {responsesLate > 0
        ? t('warning.clock.responses-late', { n: responsesLate })
        : t('warning.clock.answered', { n: answered, of: responders })}
    </span>
  )
}
