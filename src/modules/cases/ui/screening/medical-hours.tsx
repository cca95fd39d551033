/* What medicine can still do after sexual violence and for how many hours; guidance to confirm (U). The same list in the interview and on the case. */
import { useWords } from '../../../../app/words.ts'
import { identificationRules } from '../../domain/identification/identification-rules.ts'
import { ruleLabels } from '../../domain/identification/labels-answers.ts'
import { medicalTimers } from '../../domain/identification/screening-flow.ts'
import { say } from '../../domain/label.ts'

const rules = { 'prevention-of-infection': 'preventionOfInfectionHours', 'emergency-contraception': 'emergencyContraceptionHours' } as const
export const hoursSince = (at: string, now: string): number => Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 3_600_000))

/** `hours` since it happened; `null`: nobody said when. */
export function MedicalHours({ hours }: { readonly hours: number | null }) {
  const { t, language } = useWords()
  return (
    <div className="stack">
      <strong>{t('interview.medical')}</strong>
      <ul>
        {medicalTimers(hours ?? 0).map(({ code, withinHours, hoursLeft }) => (
          <li key={code}>
            {say(ruleLabels, rules[code], language)} :{' '}
            <b>
              {hours === null
                ? t('interview.medical.within', { hours: withinHours })
                : hoursLeft === 0
                  ? t('interview.medical.over', { hours: withinHours })
                  : t('interview.medical.left', { hours: hoursLeft, within: withinHours })}
            </b>{' '}
            <span className="small">({identificationRules[rules[code]].evidence})</span>
          </li>
        ))}
      </ul>
      <span className="small">{t('interview.medical.confirm')}</span>
    </div>
  )
}
