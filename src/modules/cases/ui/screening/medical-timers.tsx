/* After sexual violence: what can still be done and for how long, as medical guidance to confirm (U); never a reason to hurry the person. */
import { Note } from '../../../../app/kit/panel.tsx'
import { violenceAt } from './draft-result.ts'
import { MedicalHours, hoursSince } from './medical-hours.tsx'
import type { ScreeningDraft } from './screening-draft.ts'

export function MedicalTimers({ draft, now }: { readonly draft: ScreeningDraft; readonly now: string }) {
  const at = violenceAt(draft)
  if (draft.wishesS6 !== 'YES' || draft.answers['time-of-sexual-violence'] !== 'YES') return null
  return (
    <Note tone="red" live>
      <MedicalHours hours={at === null ? null : hoursSince(at, now)} />
    </Note>
  )
}
