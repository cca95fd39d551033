/* Fields of what a committee is made of, for its founding and its revision: components with their seats, the rule of its quorum, its officers, its act. They refuse nothing: the server does. */
import { newId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import './committees.css'
import { COMPONENTS, SEATS, WholeField, wholeOrNull } from './whole-field.tsx'
import { ComponentKind, LegalBasis, type Officers, type QuorumRule } from '../contract.ts'

export interface SeatDraft {
  readonly key: string
  readonly title: string
  readonly organisation: string
  readonly voting: boolean
}
export type ComponentKindValue = (typeof ComponentKind.options)[number]
export interface ComponentDraft {
  readonly key: string
  readonly kind: ComponentKindValue
  readonly name: string
  readonly seats: readonly SeatDraft[]
}
export interface CommitteeDraft {
  readonly components: readonly ComponentDraft[]
  readonly rule: QuorumRule['is']
  readonly leastComponents: string
  readonly leastSeats: string
  readonly officers: Officers
}
/** Drawn, not counted: a seat that has ended never gives its key to another. */
const newKey = (): string => `s-${newId().slice(-10)}`
const newSeat = (): SeatDraft => ({ key: newKey(), title: '', organisation: '', voting: true })
export const newComponent = (kind: ComponentKindValue): ComponentDraft => ({ key: newKey(), kind, name: '', seats: [newSeat()] })

/** What travels; `null` while a rule or two components with a seat are missing. */
export function wholeDraft({ components, rule, leastComponents, leastSeats, officers }: CommitteeDraft) {
  const whole = components
    .map(({ key, kind, name, seats }) => ({
      ...{ key, kind, name: name.trim() },
      seats: seats
        .filter((one) => one.title.trim() !== '')
        .map((seat) => ({
          ...{ key: seat.key, title: seat.title.trim(), voting: seat.voting },
          organisation: seat.organisation === '' ? null : seat.organisation,
        })),
    }))
    .filter((one) => one.name !== '' && one.seats.length > 0)
  const [least, seats] = [wholeOrNull(leastComponents, COMPONENTS), wholeOrNull(leastSeats, SEATS)]
  if (whole.length < 2 || (rule === 'at-least' && (least === null || seats === null))) return null
  const kept = whole.flatMap((one) => one.seats.map(({ key }) => key))
  const held = Object.fromEntries(Object.entries(officers).filter(([, seat]) => seat !== undefined && kept.includes(seat)))
  return { components: whole, quorum: rule === 'at-least' ? { is: rule, components: least, seats } : { is: rule }, officers: held }
}

interface Fields {
  readonly draft: CommitteeDraft
  readonly set: (to: (before: CommitteeDraft) => CommitteeDraft) => void
}
export function SeatsOfCommittee({ draft, set }: Fields) {
  const { t } = useWords()
  const change = (key: string, to: ComponentDraft | null) =>
    set((before) => ({ ...before, components: before.components.flatMap((one) => (one.key !== key ? [one] : to === null ? [] : [to])) }))
  return (
    <>
      {draft.components.map((one, at) => (
        <ComponentFields key={one.key} one={one} n={at + 1} set={(to) => change(one.key, to)} />
      ))}
      <Button onClick={() => set((before) => ({ ...before, components: [...before.components, newComponent('partners')] }))}>
        {t('committee.component.more')}
      </Button>
    </>
  )
}
interface ComponentProps {
  readonly one: ComponentDraft
  readonly n: number
  readonly set: (to: ComponentDraft | null) => void
}
function ComponentFields({ one, n, set }: ComponentProps) {
  const { t } = useWords()
  const change = (key: string, part: Partial<SeatDraft>) =>
    set({ ...one, seats: one.seats.map((seat) => (seat.key === key ? { ...seat, ...part } : seat)) })
  return (
    <fieldset className="stack">
      <legend>{t('committee.component.n', { n })}</legend>
      <div className="committee-fields">
        <SelectField
          label={t('committee.component')}
          value={one.kind}
          options={ComponentKind.options.map((value) => ({ value, label: t(`committee.component.${value}`) }))}
          onValue={(kind) => set({ ...one, kind })}
        />
        <TextField label={t('committee.component.name')} value={one.name} onValue={(name) => set({ ...one, name })} maxLength={120} />
      </div>
      {one.seats.map((seat) => (
        <SeatFields
          key={seat.key}
          seat={seat}
          set={(part) => change(seat.key, part)}
          end={() => set({ ...one, seats: one.seats.filter(({ key }) => key !== seat.key) })}
        />
      ))}
      <div className="row tight">
        <Button onClick={() => set({ ...one, seats: [...one.seats, newSeat()] })}>{t('committee.seat.more')}</Button>
        <Button onClick={() => set(null)}>{t('committee.component.end', { n })}</Button>
      </div>
    </fieldset>
  )
}
interface Named {
  readonly id: string
  readonly name: string
}
interface SeatProps {
  readonly seat: SeatDraft
  readonly set: (part: Partial<SeatDraft>) => void
  readonly end: () => void
}
function SeatFields({ seat, set, end }: SeatProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations').data?.organisations
  return (
    <div className="committee-fields">
      <TextField label={t('committee.seat.title')} value={seat.title} onValue={(title) => set({ title })} maxLength={120} />
      <NamedField
        label={t('committee.seat.body')}
        value={seat.organisation}
        named={bodies}
        empty={t('committee.seat.none')}
        onValue={(organisation) => set({ organisation })}
      />
      <CheckChoice label={t('committee.seat.voting')} checked={seat.voting} onChecked={(voting) => set({ voting })} />
      <div>
        <Button onClick={end}>{t('committee.seat.end')}</Button>
      </div>
    </div>
  )
}

const RULES = ['every-component', 'at-least'] as const
export function RuleFields({ draft, set }: Fields) {
  const { t } = useWords()
  const change = (part: Partial<CommitteeDraft>) => set((before) => ({ ...before, ...part }))
  return (
    <>
      <SelectField
        label={t('committee.quorum')}
        value={draft.rule}
        options={RULES.map((value) => ({
          value,
          label: t(value === 'at-least' ? 'committee.quorum.own' : 'committee.quorum.every-component'),
        }))}
        onValue={(rule) => change({ rule })}
      />
      {draft.rule === 'at-least' && (
        <>
          <WholeField
            label={t('committee.quorum.components')}
            {...COMPONENTS}
            value={draft.leastComponents}
            onValue={(leastComponents) => change({ leastComponents })}
          />
          <WholeField
            label={t('committee.quorum.seats')}
            {...SEATS}
            value={draft.leastSeats}
            onValue={(leastSeats) => change({ leastSeats })}
          />
        </>
      )}
      <OfficerFields draft={draft} set={set} />
      <Source>{t('committee.quorum.rule')}</Source>
    </>
  )
}
export const OFFICES = ['president', 'vicePresident', 'rapporteur'] as const
function OfficerFields({ draft, set }: Fields) {
  const { t } = useWords()
  const seats = draft.components.flatMap((one) => one.seats).filter((seat) => seat.title.trim() !== '')
  return OFFICES.map((office) => (
    <NamedField
      key={office}
      label={t(`committee.officer.${office}`)}
      value={draft.officers[office] ?? ''}
      named={seats.map(({ key, title }) => ({ id: key, name: title }))}
      empty={t('committee.officer.none')}
      onValue={(seat) => set((before) => ({ ...before, officers: { ...before.officers, [office]: seat === '' ? undefined : seat } }))}
    />
  ))
}

export interface ActDraft {
  readonly basis: string
  readonly number: string
  readonly date: string
}
export const actOf = ({ basis, number, date }: ActDraft): object => ({
  ...{ basis },
  ...(number.trim() === '' ? {} : { number: number.trim() }),
  ...(date === '' ? {} : { date }),
})
export function ActFields({ said, set }: { readonly said: ActDraft; readonly set: (part: Partial<ActDraft>) => void }) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('committee.legal')}
        value={said.basis}
        options={LegalBasis.options.map((value) => ({ value: String(value), label: t(`committee.basis.${value}`) }))}
        onValue={(basis) => set({ basis })}
      />
      <TextField label={t('committee.legal.number')} value={said.number} onValue={(number) => set({ number })} maxLength={60} />
      <DateField label={t('committee.legal.date')} value={said.date} max={todayHere()} onValue={(date) => set({ date })} />
    </>
  )
}
