/*
Convening a workshop: zone, days, groups, dots, agenda, and the workshop before it with which it is compared. What we propose can be changed here; afterwards it stands,
so that telephones, papers and frozen versions say the same.
*/
import { type FormEvent, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { addDays } from '../../../../kernel/calendar.ts'
import { newId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type AgendaItem, MOST_GROUPS, type WorkshopList } from '../../contract-workshops.ts'
import { AgendaEditor } from './agenda.tsx'
import { PROPOSED_DOTS, inOrder, proposedAgenda, proposedDays, proposedGroups } from './proposals.ts'
import { Proposed } from './workshop-marks.tsx'

interface Draft {
  readonly title: string
  readonly round: string
  readonly province: string
  readonly territoires: readonly string[]
  readonly firstDay: string
  readonly lastDay: string
  readonly groups: readonly string[]
  readonly dots: string
  readonly agenda: readonly AgendaItem[]
  readonly former: string
}
const blank = (t: Translate): Draft => ({
  ...{ title: '', round: '', province: '', territoires: [], former: '', dots: String(PROPOSED_DOTS) },
  ...{ ...proposedDays(todayHere()), groups: proposedGroups(t), agenda: proposedAgenda(t) },
})
/** `null` while something is missing. */
function convenedOf({ title, round, province, territoires, groups, dots, agenda, former, ...days }: Draft) {
  const named = groups.map((one) => one.trim()).filter((one) => one !== '')
  const items = inOrder(agenda)
    .map((one) => ({ ...one, title: one.title.trim() }))
    .filter((one) => one.title !== '' && one.at !== '')
  const isWhole = [title, round, province, days.firstDay, days.lastDay].every((one) => one.trim() !== '')
  if (!isWhole || territoires.length === 0 || named.length === 0 || !/^([1-9]|10)$/.test(dots)) return null
  return {
    ...{ title: title.trim(), round: round.trim(), province, territoires, ...days },
    ...{ groups: named, dotsEach: Number(dots), agenda: items, former: former === '' ? null : former },
  }
}

export function ConveneScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => blank(t))
  const [workshop] = useState(newId)
  const { send, sending, error } = useCommand('/api/conflict/workshops')
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const data = convenedOf(draft)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send({ workshop, ...data }).catch(() => null)
    if (receipt !== null) await navigate({ to: `/workshops/${workshop}` })
  }
  return (
    <Page
      title={t('workshop.convene')}
      under={t('workshop.convene.under')}
      crumbs={<AppLink to="/workshops">{t('workshops.title')}</AppLink>}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Where draft={draft} set={set} />
        <Groups draft={draft} set={set} />
        <Panel title={t('workshop.agenda')} aside={<Proposed />}>
          <AgendaEditor items={draft.agenda} set={(items) => set({ agenda: items })} />
        </Panel>
        {error && <ErrorState error={error} />}
        {data === null && <p className="small">{t('workshop.convene.missing')}</p>}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
            {t('workshop.convene')}
          </Button>
        </div>
        <Source>{t('workshop.convene.source')}</Source>
      </form>
    </Page>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly set: (part: Partial<Draft>) => void
}
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly parent: string | null }[]
}
function Where({ draft, set }: PartProps) {
  const { t } = useWords()
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const former = useAnswer<WorkshopList>('/api/conflict/workshops').data?.workshops.filter((one) => one.province === draft.province)
  return (
    <Panel title={t('workshop.convene.where')}>
      <div className="stack">
        <div className="field-row two">
          <TextField
            {...{ label: t('workshop.title'), hint: t('workshop.title.hint'), value: draft.title, maxLength: 160, required: true }}
            onValue={(title) => set({ title })}
          />
          <TextField
            {...{ label: t('workshop.round'), hint: t('workshop.round.hint'), value: draft.round, maxLength: 60, required: true }}
            onValue={(round) => set({ round })}
          />
        </div>
        <NamedField
          {...{ label: t('workshop.province'), value: draft.province, empty: t('workshop.choose'), required: true }}
          named={provinces?.map(({ code, name }) => ({ id: code, name }))}
          onValue={(province) => set({ province, territoires: [], former: '' })}
        />
        <Territoires draft={draft} set={set} />
        <div className="field-row two">
          <DateField
            {...{ label: t('workshop.first-day'), value: draft.firstDay, required: true }}
            onValue={(firstDay) => set(firstDay === '' ? { firstDay } : { firstDay, lastDay: addDays(firstDay, 1) })}
          />
          <DateField
            {...{ label: t('workshop.last-day'), hint: t('workshop.last-day.hint'), value: draft.lastDay, min: draft.firstDay }}
            onValue={(lastDay) => set({ lastDay })}
            required
          />
        </div>
        {former !== undefined && former.length > 0 && (
          <NamedField
            {...{ label: t('workshop.former'), hint: t('workshop.former.hint'), value: draft.former, empty: t('workshop.former.none') }}
            named={former.map(({ id, title, round }) => ({ id, name: `${title} · ${round}` }))}
            onValue={(one) => set({ former: one })}
          />
        )}
      </div>
    </Panel>
  )
}
function Territoires({ draft, set }: PartProps) {
  const { t } = useWords()
  const all = useAnswer<Areas>(draft.province === '' ? null : '/api/places/areas?level=territoire').data?.areas
  if (draft.province === '') return <p className="small">{t('workshop.territoires.first')}</p>
  const inside = all?.filter((one) => one.parent === draft.province)
  if (inside?.length === 0) return <Note>{t('workshop.territoires.none')}</Note>
  return (
    <fieldset className="field">
      <legend>{t('workshop.territoires')}</legend>
      <div className="field-row choices-row">
        {inside
          ?.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
          .map(({ code, name }) => (
            <CheckChoice
              key={code}
              label={name}
              checked={draft.territoires.includes(code)}
              onChecked={(on) => set({ territoires: on ? [...draft.territoires, code] : draft.territoires.filter((one) => one !== code) })}
            />
          ))}
      </div>
    </fieldset>
  )
}

function Groups({ draft: { groups, dots }, set }: PartProps) {
  const { t } = useWords()
  return (
    <Panel title={t('workshop.groups')} aside={<Proposed />}>
      <div className="stack">
        <div className="field-row two">
          {groups.map((name, index) => (
            // Names change while one types: the place in the order is what stays.
            <div key={index} className="workshop-with-button">
              <TextField
                {...{ label: t('workshop.group.n', { n: index + 1 }), value: name, maxLength: 60 }}
                onValue={(next) => set({ groups: groups.with(index, next) })}
              />
              {groups.length > 1 && (
                <Button onClick={() => set({ groups: groups.toSpliced(index, 1) })}>
                  {t('workshop.remove')} <span className="unseen">{name}</span>
                </Button>
              )}
            </div>
          ))}
        </div>
        {groups.length < MOST_GROUPS && (
          <div>
            <Button onClick={() => set({ groups: [...groups, t('workshop.group.n', { n: groups.length + 1 })] })}>
              {t('workshop.group.add')}
            </Button>
          </div>
        )}
        <TextField
          {...{ label: t('workshop.dots'), hint: t('workshop.dots.hint'), type: 'number', min: 1, max: 10, value: dots }}
          onValue={(next) => set({ dots: next })}
        />
      </div>
    </Panel>
  )
}
