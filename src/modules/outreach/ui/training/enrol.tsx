/*
Somebody is enrolled under the next badge. A name is optional and kept apart; where one is given, the server says whether such a person came before, by badge and category,
and a person decides whether it is the same.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { post } from '../../../../app/api.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { AgeBand, Sex } from '../../contract.ts'
import { type LookUpAnswer, ParticipantCategory, SaidOrNot, type SessionShown } from '../../contract-training.ts'
import { typedBirthYear } from './typed-numbers.ts'

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
const blank = {
  category: '',
  sex: '',
  age: 'not-said',
  institution: '',
  province: '',
  disability: 'not-said',
  firstTime: 'not-said',
  name: '',
  year: '',
}

export function EnrolAct({ shown, again }: { readonly shown: SessionShown; readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(blank)
  const [same, setSame] = useState('')
  const badge = Math.max(0, ...(shown.participants ?? []).map((one) => one.badge)) + 1
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const { name, year, category, sex, ...rest } = draft
  const province = draft.province || shown.line.province
  const [session = '', sameBadge = ''] = same.split('/')
  const born = typedBirthYear(year, todayHere())
  const person = name.trim() === '' ? null : { name: name.trim(), ...(typeof born === 'number' ? { birthYear: born } : {}) }
  const described = { ...rest, badge, category, sex, province, institution: draft.institution.trim() }
  const data =
    category === '' || sex === '' || described.institution === '' || born === 'fault'
      ? null
      : {
          participants: [
            {
              ...described,
              ...(sameBadge === '' ? {} : { sameAs: { session, badge: Number(sameBadge) }, firstTime: 'no' }),
              ...(person && sameBadge === '' ? { person } : {}),
            },
          ],
        }
  const done = () => {
    setDraft({ ...blank, institution: draft.institution, province: draft.province, category: draft.category })
    setSame('')
    again()
  }
  return (
    <ActDialog
      {...{ title: t('training.enrol'), explain: t('training.enrol.explain', { badge }), go: t('training.enrol.go', { badge }), data }}
      path={`/api/training/sessions/${shown.line.id}/participants`}
      missing={t('training.enrol.missing')}
      onDone={done}
    >
      <DescribedFields draft={{ ...draft, province }} set={set} />
      <Matches asked={person && { ...person, institution: described.institution }} same={same} onSame={setSame} />
    </ActDialog>
  )
}

interface FieldsProps {
  readonly draft: typeof blank
  readonly set: (part: Partial<typeof blank>) => void
}
function DescribedFields({ draft, set }: FieldsProps) {
  const { t } = useWords()
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const choose = { value: '', label: t('training.choose') }
  return (
    <>
      <SelectField
        label={t('training.category')}
        value={draft.category}
        options={[
          choose,
          ...ParticipantCategory.options.map((value) => ({ value: String(value), label: t(`training.category.${value}`) })),
        ]}
        onValue={(value) => set({ category: value })}
      />
      <SelectField
        label={t('training.sex')}
        value={draft.sex}
        options={[choose, ...Sex.options.map((value) => ({ value: String(value), label: t(`outreach.sex.${value}`) }))]}
        onValue={(value) => set({ sex: value })}
      />
      <SelectField
        label={t('training.age')}
        value={draft.age}
        options={AgeBand.options.map((value) => ({ value: String(value), label: t(`outreach.age.${value}`) }))}
        onValue={(age) => set({ age })}
      />
      <TextField
        label={t('training.institution')}
        value={draft.institution}
        onValue={(institution) => set({ institution })}
        maxLength={160}
        required
      />
      <NamedField
        label={t('training.province')}
        value={draft.province}
        named={provinces?.map(({ code, name: called }) => ({ id: code, name: called }))}
        empty={t('training.choose')}
        onValue={(value) => set({ province: value })}
      />
      <SaidFields draft={draft} set={set} />
    </>
  )
}
/** What a person says of themselves, and may leave out. */
function SaidFields({ draft, set }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('training.disability')}
        value={draft.disability}
        options={SaidOrNot.options.map((value) => ({ value: String(value), label: t(`outreach.said.${value}`) }))}
        onValue={(disability) => set({ disability })}
      />
      <SelectField
        label={t('training.first-time')}
        hint={t('training.first-time.hint')}
        value={draft.firstTime}
        options={SaidOrNot.options.map((value) => ({ value: String(value), label: t(`outreach.said.${value}`) }))}
        onValue={(firstTime) => set({ firstTime })}
      />
      <TextField
        label={t('training.name')}
        hint={t('training.name.hint')}
        value={draft.name}
        onValue={(value) => set({ name: value })}
        maxLength={120}
        autoComplete="off"
        sealed
      />
      <TextField
        label={t('training.birth-year')}
        fault={typedBirthYear(draft.year, todayHere()) === 'fault' ? t('training.birth-year.fault') : undefined}
        inputMode="numeric"
        value={draft.year}
        onValue={(value) => set({ year: value })}
        maxLength={4}
        autoComplete="off"
        sealed
      />
    </>
  )
}

interface MatchesProps {
  readonly asked: { readonly name: string; readonly birthYear?: number; readonly institution: string } | null
  readonly same: string
  readonly onSame: (same: string) => void
}
function Matches({ asked, same, onSame }: MatchesProps) {
  const { t } = useWords()
  const [found, setFound] = useState<LookUpAnswer | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  if (asked === null) return null
  const { institution, ...who } = asked
  const look = () => {
    setFault(null)
    post<LookUpAnswer>('/api/training/lookups', { ...who, ...(institution === '' ? {} : { institution }) }).then(setFound, setFault)
  }
  return (
    <div className="stack">
      <Button onClick={look}>{t('training.look-up')}</Button>
      {fault !== null && <ErrorState error={fault} />}
      {found !== null && found.matches.length === 0 && !found.elsewhere && <p role="status">{t('training.look-up.none')}</p>}
      {found !== null && found.elsewhere && <p role="status">{t('training.look-up.elsewhere')}</p>}
      {found !== null && found.matches.length > 0 && (
        <Choice
          legend={t('training.look-up.found')}
          hint={t('training.look-up.decide')}
          value={same}
          options={[
            { value: '', label: t('training.look-up.other') },
            ...found.matches.map((one) => ({
              value: `${one.session}/${one.badge}`,
              label: t('training.look-up.badge', { badge: one.badge, number: one.number, day: one.lastDay }),
              hint: t(`training.category.${one.category}`),
            })),
          ]}
          onValue={onSame}
        />
      )}
    </div>
  )
}
