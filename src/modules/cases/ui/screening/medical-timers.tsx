/* After sexual violence: what can still be done and for how long, as medical guidance to confirm (U); never a reason to hurry the person. */
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { identificationRules } from '../../domain/identification/identification-rules.ts'
import { say } from '../../domain/label.ts'
import { ruleLabels } from '../../domain/identification/labels-answers.ts'
import { medicalTimers } from '../../domain/identification/screening-flow.ts'
import { violenceAt } from './draft-result.ts'
import type { ScreeningDraft } from './screening-draft.ts'

const rules = { 'prevention-of-infection': 'preventionOfInfectionHours', 'emergency-contraception': 'emergencyContraceptionHours' } as const

export function MedicalTimers({ draft, now }: { readonly draft: ScreeningDraft; readonly now: string }) {
  const { t, language } = useWords()
  const at = violenceAt(draft)
  if (draft.wishesS6 !== 'YES' || draft.answers['time-of-sexual-violence'] !== 'YES') return null
  const hours = at === null ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 3_600_000))
  return (
    <Note tone="red" live>
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
    </Note>
  )
}
