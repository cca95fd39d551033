/* One person of a team or of a witness's readers, by function and never by name, and how they are taken out: a reason first, then their own button. */
import { type ReactNode, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { LeavingReason } from '../../domain/access/access-words.ts'
import type { Member } from '../../domain/access/access.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { type Steps, useSteps } from '../file/use-steps.ts'
import { leavingLabels, memberLabels } from './team-labels.ts'

export type Leaving = Infer<typeof LeavingReason>
interface Props extends PartProps {
  readonly member: Member
  readonly mayTakeOut: boolean
  readonly words: { readonly ask: string; readonly go: string }
  readonly reasons: readonly Leaving[]
  readonly takeOut: (reason: Leaving) => ReturnType<Parameters<Steps['act']>[0]>
  /** Under the function: what they read, since when. */
  readonly children: ReactNode
}
export function MemberLine({ work, member, mayTakeOut, words, reasons, takeOut, children }: Props) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState<Leaving>('left-the-team')
  const { act, sending, error } = useSteps(work)
  return (
    <div className="stack">
      <div className="row tight">
        <span className="grow">
          <strong>{memberLabels[member.as][language]}</strong> <span className="small">{name(member.account)}</span>
          <br />
          <span className="small">{children}</span>
        </span>
        {mayTakeOut && !leaving && (
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {words.ask}
          </Button>
        )}
      </div>
      {leaving && (
        <div className="stack no-print">
          <Note>{t('team.leave.explain')}</Note>
          <SelectField
            label={t('team.leave.why')}
            value={reason}
            options={reasons.map((value) => ({ value, label: leavingLabels[value][language] }))}
            onValue={setReason}
          />
          <div className="form-actions">
            <Button onClick={() => setLeaving(false)}>{t('app.close')}</Button>
            <Button kind="danger" busy={sending} onClick={() => void act(() => takeOut(reason))}>
              {words.go}
            </Button>
          </div>
        </div>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
