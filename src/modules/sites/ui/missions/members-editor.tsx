/*
The team, by body and never by name, one line a body: who comes and how, which one leads, in what function. Every known body has its line, in
the team or not, so that a planner ticks instead of searching; only what the rule says of a body stands beside it.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { type Named, NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { attendances, type MemberForm, linesOfTeam } from './team.ts'
import './team.css'

interface SeatRule {
  readonly body: string
  readonly attendance: string
  readonly evidence: string
  readonly source: string
}

export function MembersEditor({
  members,
  rules = [],
  onMembers,
}: {
  readonly members: readonly MemberForm[]
  /** What the rule of the kind of mission says of each body. */
  readonly rules?: readonly SeatRule[]
  readonly onMembers: (members: readonly MemberForm[]) => void
}) {
  const { t } = useWords()
  const change = (at: number, part: Partial<MemberForm>) =>
    onMembers(members.map((member, other) => (other === at ? { ...member, ...part } : member)))
  const take = (body: string) => {
    const said = attendances.find((one) => one === rules.find((rule) => rule.body === body)?.attendance)
    onMembers([...members, { body, attendance: said ?? 'optional', head: false }])
  }
  return (
    <div className="team-members">
      <div className="team-heads small" aria-hidden="true">
        {(['body', 'attendance', 'head', 'function'] as const).map((head) => (
          <span key={head}>{t(`missions.${head}`)}</span>
        ))}
      </div>
      {linesOfTeam(members).map(({ body, at }) => {
        const member = members[at]
        const name = wordOr(`body.${body}`, body)
        return (
          <div key={`${body} ${at}`} className="team-member" role="group" aria-label={name}>
            <div className="team-body">
              <label>
                <input
                  type="checkbox"
                  checked={member !== undefined}
                  onChange={() => (member ? onMembers(members.filter((_, other) => other !== at)) : take(body))}
                />
                {name}
              </label>
              <RuleText rule={rules.find((one) => one.body === body)} />
            </div>
            {member && (
              <MemberFields
                member={member}
                change={(part) => change(at, part)}
                lead={() => onMembers(members.map((one, other) => ({ ...one, head: other === at })))}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

function RuleText({ rule }: { readonly rule: SeatRule | undefined }) {
  const { t } = useWords()
  if (!rule) return null
  const attendance = wordOr(`missions.attendance.${rule.attendance}`, rule.attendance)
  return <span className="small">{t('plan.team.says', { attendance, mark: rule.evidence })}</span>
}

interface MemberFieldsProps {
  readonly member: MemberForm
  readonly change: (part: Partial<MemberForm>) => void
  readonly lead: () => void
}
function MemberFields({ member, change, lead }: MemberFieldsProps) {
  const { t } = useWords()
  const attend = (value: string) => {
    const attendance = attendances.find((one) => one === value)
    if (attendance) change({ attendance, ...(attendance === 'observer' ? { head: false } : {}) })
  }
  return (
    <>
      <select
        className="input"
        aria-label={t('missions.attendance')}
        value={member.attendance}
        onChange={({ target }) => attend(target.value)}
      >
        {attendances.map((value) => (
          <option key={value} value={value}>
            {t(`missions.attendance.${value}`)}
          </option>
        ))}
      </select>
      <label className="team-head">
        <input type="radio" name="team-head" checked={member.head} disabled={member.attendance === 'observer'} onChange={lead} />
        {t('missions.head')}
      </label>
      <input
        className="input"
        aria-label={t('missions.function')}
        placeholder={t('missions.function')}
        value={member.function ?? ''}
        onChange={({ target }) => change({ function: target.value })}
        maxLength={120}
      />
      {member.body === 'other' && <OtherBody value={member.organisation ?? ''} onValue={(organisation) => change({ organisation })} />}
    </>
  )
}

/** A body that is none of the known ones must be an organisation of the register, or nobody could speak for it. */
function OtherBody({ value, onValue }: { readonly value: string; readonly onValue: (organisation: string) => void }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations')
  return (
    <div className="team-other">
      <NamedField
        label={t('missions.organisation')}
        value={value}
        named={data?.organisations}
        empty={t('inspect.choose')}
        onValue={onValue}
        required
      />
    </div>
  )
}
