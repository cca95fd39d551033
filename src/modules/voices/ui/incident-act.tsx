/* Opens an incident from a report, in the words of the desk: where, when, how grave, who will read it and who will not, before it is sent. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentCategory } from '../../incidents/contract.ts'
import { risksOf, severityOf } from '../../incidents/contract-risks.ts'
import type { VoiceDetail } from '../contract.ts'
import { actorsOf } from '../domain/actors.ts'
import { CATEGORIES, categoryText, kindText, placeText } from './voice-words.ts'

export function IncidentAct({ voice, again }: { readonly voice: VoiceDetail; readonly again: () => void }) {
  const { t } = useWords()
  const [category, setCategory] = useState<IncidentCategory>(voice.categories[0] ?? 'other')
  const [text, setText] = useState('')
  const [day, setDay] = useState<string>(voice.occurredOn ?? '')
  const [place, setPlace] = useState('')
  const [checked, setChecked] = useState(false)
  const known = placeText(voice)
  const chosen = voice.places.find((_one, at) => String(at) === place)
  const where = chosen ? { ...(chosen.site ? { site: chosen.site } : {}), ...(chosen.area ? { area: chosen.area } : {}) } : {}
  const severity = severityOf(
    risksOf(
      category,
      actorsOf(voice.namedKinds).map((one) => one.class),
    ),
  )
  const out = [...voice.namedOrganisations.map((one) => one.name), ...voice.namedKinds.map(kindText)].join(', ')
  return (
    <ActDialog
      {...{ path: `/api/voices/${voice.id}/incidents`, onDone: again, kind: 'plain' }}
      title={t('voice.incident')}
      explain={t('voice.incident.explain')}
      go={t('voice.incident.go')}
      data={
        text.trim() === '' || !checked ? null : { category, text, namesChecked: true, ...where, ...(day === '' ? {} : { occurredOn: day }) }
      }
    >
      <SelectField
        label={t('voice.incident.category')}
        value={category}
        options={CATEGORIES.map((value) => ({ value, label: categoryText(value) }))}
        onValue={setCategory}
      />
      <LongTextField label={t('voice.incident.text')} value={text} onValue={setText} maxLength={2000} />
      <SelectField
        label={t('voice.incident.place')}
        {...(known === '' && voice.places.length > 0 ? { hint: t('voice.incident.place.said') } : {})}
        value={place}
        options={[
          { value: '', label: known || t('voice.incident.place.none') },
          ...voice.places.map((one, at) => ({ value: String(at), label: one.label })),
        ]}
        onValue={setPlace}
      />
      <DateField label={t('voice.incident.day')} value={day} onValue={setDay} max={todayHere()} />
      <p className="small">{t('voice.incident.file', { severity })}</p>
      <p className="small">{t('voice.incident.out', { names: out || t('voice.named.none') })}</p>
      <CheckChoice label={t('voice.incident.checked')} checked={checked} onChecked={setChecked} />
    </ActDialog>
  )
}
