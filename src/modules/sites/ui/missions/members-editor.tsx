/* The team, by body and never by name: who must come, who may, who only looks on, and which one leads. */
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { type Named, NamedField } from '../../../../app/kit/named-field.tsx'
import { useAnswer } from '../../../../app/ask.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { attendances, bodies, type MemberForm } from './team.ts'
import './missions.css'

export function MembersEditor({
  members,
  rules = [],
  onMembers,
}: {
  readonly members: readonly MemberForm[]
  /** What the rule of the kind of mission says of each body. */
  readonly rules?: readonly { readonly body: string; readonly attendance: string; readonly evidence: string; readonly source: string }[]
  readonly onMembers: (members: readonly MemberForm[]) => void
}) {
  const { t } = useWords()
  const change = (at: number, part: Partial<MemberForm>) =>
    onMembers(members.map((member, other) => (other === at ? { ...member, ...part } : member)))
  const lead = (at: number) => onMembers(members.map((member, other) => ({ ...member, head: other === at })))
  const ruleText = (body: string): string | undefined => {
    const rule = rules.find((one) => one.body === body)
    return (
      rule && t('plan.team.says', { attendance: wordOr(`missions.attendance.${rule.attendance}`, rule.attendance), mark: rule.evidence })
    )
  }
  const free = bodies.find((body) => !members.some((member) => member.body === body)) ?? 'other'
  return (
    <div className="team-members">
      {members.map((member, at) => (
        <div key={at} className="team-member" role="group" aria-label={wordOr(`body.${member.body}`, member.body)}>
          <SelectField
            label={t('missions.body')}
            value={member.body}
            options={bodies.map((value) => ({ value: String(value), label: wordOr(`body.${value}`, value) }))}
            onValue={(body) => change(at, { body })}
          />
          <SelectField
            label={t('missions.attendance')}
            hint={ruleText(member.body)}
            value={member.attendance}
            options={attendances.map((value) => ({ value, label: t(`missions.attendance.${value}`) }))}
            onValue={(attendance) => change(at, { attendance, ...(attendance === 'observer' ? { head: false } : {}) })}
          />
          <Button
            aria-pressed={member.head}
            disabled={member.attendance === 'observer'}
            kind={member.head ? 'primary' : 'plain'}
            onClick={() => lead(at)}
          >
            {member.head ? t('missions.head') : t('missions.make-head')}
          </Button>
          <TextField
            label={t('missions.function')}
            value={member.function ?? ''}
            onValue={(role) => change(at, { function: role })}
            maxLength={120}
          />
          {member.body === 'other' && (
            <OtherBody value={member.organisation ?? ''} onValue={(organisation) => change(at, { organisation })} />
          )}
          <Button kind="quiet" onClick={() => onMembers(members.filter((_, other) => other !== at))}>
            {t('missions.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onMembers([...members, { body: free, attendance: 'required', head: false }])}>
          {t('missions.add-member')}
        </Button>
      </div>
    </div>
  )
}

/** A body that is none of the known ones must be an organisation of the register, or nobody could speak for it. */
function OtherBody({ value, onValue }: { readonly value: string; readonly onValue: (organisation: string) => void }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations')
  return (
    <NamedField
      label={t('missions.organisation')}
      value={value}
      named={data?.organisations}
      empty={t('inspect.choose')}
      onValue={onValue}
      required
    />
  )
}
