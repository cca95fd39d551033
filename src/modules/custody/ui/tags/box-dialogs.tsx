/* At the box: naming the three key holders, counting with the running difference before it is sent, taking tags out for a day. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LockboxDetail, TagCounts } from '../../contract-tags.ts'
import { countDifference, countKinds, emptyDay, withCounts } from '../../domain/tags/lockbox-count.ts'
import { OrganisationField } from '../lots/pick.tsx'
import { wholeOf } from './ask-dialog.tsx'
import { DifferenceText } from './difference.tsx'
import { RangeFields, rangeOf } from './range-field.tsx'

export function KeysDialog({ site }: { readonly site: string }) {
  const { t } = useWords()
  const [form, setForm] = useState({ saemape: '', cooperative: '', concessionOwner: '' })
  const isWhole = Object.values(form).every((one) => one !== '')
  return (
    <ActDialog
      title={t('tags.box.keys.set')}
      explain={t('tags.box.keys.explain')}
      go={t('tags.go')}
      kind="plain"
      path={`/api/tag-lockboxes/${site}/key-holders`}
      data={isWhole ? form : null}
    >
      <OrganisationField
        label={t('tags.key.saemape')}
        value={form.saemape}
        onValue={(saemape) => setForm({ ...form, saemape })}
        kinds={['saemape']}
      />
      <OrganisationField
        label={t('tags.key.cooperative')}
        value={form.cooperative}
        onValue={(cooperative) => setForm({ ...form, cooperative })}
        kinds={['cooperative']}
      />
      <OrganisationField
        label={t('tags.key.concession-owner')}
        value={form.concessionOwner}
        onValue={(concessionOwner) => setForm({ ...form, concessionOwner })}
        kinds={['concession-holder', 'exporter', 'processor', 'ministry', 'provincial-division']}
      />
    </ActDialog>
  )
}

const bodies = ['saemape', 'cooperative', 'concession-owner'] as const
export function CountDialog({ site }: { readonly site: string }) {
  const { t, language } = useWords()
  const [day, setDay] = useState(todayHere)
  const [typed, setTyped] = useState<{ readonly [kind: string]: string }>({})
  const [present, setPresent] = useState<readonly string[]>([])
  const said = Object.fromEntries(countKinds.map((kind) => [kind, wholeOf(typed[kind] ?? '')]).filter(([, n]) => n !== null))
  const counts: TagCounts = said
  const difference = countDifference(withCounts(emptyDay, counts))
  const isWrong = countKinds.some((kind) => (typed[kind] ?? '') !== '' && wholeOf(typed[kind] ?? '') === null)
  return (
    <ActDialog
      title={t('tags.count')}
      explain={t('tags.count.explain')}
      go={t('tags.go')}
      path={`/api/tag-lockboxes/${site}/counts`}
      data={!isWrong && Object.keys(said).length > 0 && day !== '' ? { day, counts, present } : null}
      onDone={() => setTyped({})}
    >
      <DateField label={t('tags.count.day')} value={day} onValue={setDay} max={todayHere()} />
      <div className="field-row low">
        {countKinds.map((kind) => (
          <TextField
            key={kind}
            label={t(`tags.count.${kind}`)}
            value={typed[kind] ?? ''}
            onValue={(next) => setTyped({ ...typed, [kind]: next })}
            inputMode="numeric"
          />
        ))}
      </div>
      {difference !== null && (
        <p role="status">
          {t('tags.count.running', { n: numberText(language, difference) })} : <DifferenceText difference={difference} />
        </p>
      )}
      {present.length < 3 && <p role="status">{t('tags.count.without-keys.kept')}</p>}
      <fieldset className="field">
        <legend>{t('tags.count.present')}</legend>
        {bodies.map((body) => (
          <CheckChoice
            key={body}
            label={t(`tags.key.${body}`)}
            checked={present.includes(body)}
            onChecked={(on) => setPresent(on ? [...present, body] : present.filter((one) => one !== body))}
          />
        ))}
      </fieldset>
    </ActDialog>
  )
}

export function ActivateDialog({ detail: { lockbox, parts } }: { readonly detail: LockboxDetail }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState('')
  const [typed, setTyped] = useState({ first: '', last: '' })
  const [form, setForm] = useState({ day: todayHere(), agent: '' })
  const keyOf = (part: (typeof parts)[number]) => `${part.batch} ${part.from}`
  const part = parts.find((one) => keyOf(one) === chosen)
  const range = part ? rangeOf(part, typed) : null
  const agent = form.agent.trim()
  const options = parts.map((one) => ({ value: keyOf(one), label: `${one.first} – ${one.last}` }))
  return (
    <ActDialog
      title={t('tags.activate')}
      explain={t('tags.activate.explain')}
      go={t('tags.go')}
      kind="plain"
      path={`/api/tag-lockboxes/${lockbox.site}/activations`}
      data={part && range && form.day !== '' ? { batch: part.batch, ...range, day: form.day, ...(agent === '' ? {} : { agent }) } : null}
      onDone={() => setTyped({ first: '', last: '' })}
    >
      <SelectField
        label={t('tags.activate.part')}
        value={chosen}
        options={[{ value: '', label: t('pick.choose') }, ...options]}
        onValue={setChosen}
      />
      {part && <RangeFields print={part} value={typed} onValue={setTyped} />}
      <DateField label={t('tags.count.day')} value={form.day} onValue={(day) => setForm({ ...form, day })} />
      <TextField
        label={t('tags.activate.agent')}
        hint={t('tags.activate.agent.hint')}
        value={form.agent}
        onValue={(next) => setForm({ ...form, agent: next })}
      />
    </ActDialog>
  )
}
